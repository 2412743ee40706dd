//! `crex new`: the screen, in a new session.

use super::{Begin, Context, Failure, Outcome};

pub fn run(context: &Context) -> Result<Outcome, Failure> {
    context.screen(context.root()?, Begin::New, None)
}
