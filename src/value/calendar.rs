//! The Gregorian calendar, ISO weeks, seasons, movable feasts and the French Republican calendar.
