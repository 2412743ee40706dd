//! How the rows of the page are shared out in the picture of the walk: what is read aloud first, air where there is room.

/// How many rows its parts need.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs {
    pub(super) question: usize,
    pub(super) deviation: usize,
    pub(super) answers: usize,
    /// With the dots of every dimension.
    pub(super) dots: usize,
    /// Without their names, where room is short.
    pub(super) compact: usize,
    pub(super) share: usize,
}

/// Where its parts begin, in rows of the page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rows {
    pub(super) question: u16,
    pub(super) deviation: u16,
    pub(super) answers: u16,
    pub(super) dots: u16,
    /// How many rows the dots have.
    pub(super) dots_high: u16,
    /// Whether there is room for the names of the dimensions.
    pub(super) roomy: bool,
    pub(super) share: u16,
}

/// A number of rows or columns as the screen counts them.
pub(super) fn rows(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

impl Needs {
    /// Shares the rows of a page so high.
    pub(super) fn shared_out(self, high: usize) -> Rows {
        let fixed = 1 + self.question + self.deviation + self.answers + self.share;
        let roomy = fixed + self.dots + 2 <= high;
        let dots = if roomy { self.dots } else { self.compact };
        let mut free = high.saturating_sub(fixed + dots);
        // Air goes around the question first, then before the dots, then everywhere, two rows at most.
        let mut gaps = [0; 5];
        for gap in [1, 3, 0, 2, 4, 1, 0, 3, 2, 4] {
            let more = free.min(1);
            gaps[gap] += more;
            free -= more;
        }
        let mut at = 0;
        let heights = [1, self.question, self.deviation, self.answers, dots];
        let mut tops = [0; 5];
        for (i, high) in heights.iter().enumerate() {
            at += high + gaps[i];
            tops[i] = rows(at);
        }
        Rows {
            question: tops[0],
            deviation: tops[1],
            answers: tops[2],
            dots: tops[3],
            dots_high: rows(dots),
            roomy,
            share: tops[4].min(rows(high.saturating_sub(self.share))),
        }
    }
}
