//! What is said at the debrief of a simulation, on the screen and on paper.

use super::Words;
use crate::domain::analysis::{BarrierKind, BarrierState};

impl Words {
    /// What a barrier is and what it did: « récupération · a cédé → a fonctionné ».
    pub fn debrief_barrier(
        self,
        kind: BarrierKind,
        state: BarrierState,
        then: Option<BarrierState>,
    ) -> String {
        let kind = self.barrier_kind(kind);
        let states = [Some(state), then].into_iter().flatten();
        let states: Vec<&str> = states.map(|state| self.barrier_state(state)).collect();
        format!("{kind} · {}", states.join(" → "))
    }
}
