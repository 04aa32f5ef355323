//! Many short lists in the memory of one.

/// Lists of things, by number, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Lists<T> {
    all: Vec<T>,
    /// Where each list begins, and the last ends.
    starts: Vec<u32>,
}

impl<T: Copy + Default> Lists<T> {
    /// So many lists of things that each say in which they belong, in the order in which they come.
    pub(crate) fn new(count: usize, things: impl Iterator<Item = (usize, T)> + Clone) -> Lists<T> {
        let mut starts = vec![0; count + 2];
        things.clone().for_each(|(list, _)| starts[list + 2] += 1);
        for list in 1..starts.len() {
            starts[list] += starts[list - 1];
        }
        let mut all = vec![T::default(); starts[count + 1] as usize];
        for (list, thing) in things {
            all[starts[list + 1] as usize] = thing;
            starts[list + 1] += 1;
        }
        starts.pop();
        Lists { all, starts }
    }

    /// Where a list begins among all; that behind the last, where all end.
    pub(crate) fn start(&self, list: usize) -> u32 {
        self.starts[list]
    }

    /// The things of all lists, one behind the other.
    pub(crate) fn into_all(self) -> Vec<T> {
        self.all
    }

    /// The list of that number.
    pub(crate) fn of_mut(&mut self, list: usize) -> &mut [T] {
        &mut self.all[self.starts[list] as usize..self.starts[list + 1] as usize]
    }

    /// The list of that number; empty where there is none.
    #[inline]
    pub(crate) fn of(&self, list: usize) -> &[T] {
        match self.starts.get(list..list + 2) {
            Some(&[start, end]) => &self.all[start as usize..end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn things_stand_in_their_lists_in_order() {
        let mut lists = Lists::new(4, [(2, 'c'), (0, 'b'), (2, 'a'), (3, 'd')].into_iter());
        assert_eq!(
            [0, 1, 2, 3, 4, 9].map(|list| lists.of(list).to_vec()),
            [vec!['b'], vec![], vec!['c', 'a'], vec!['d'], vec![], vec![]]
        );
        lists.of_mut(2).sort_unstable();
        assert_eq!(lists.of(2), ['a', 'c']);
        assert_eq!(Lists::<char>::default().of(0), []);
    }
}
