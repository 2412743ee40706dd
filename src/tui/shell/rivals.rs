//! What the shell does where a session has two states: reads both, keeps the one that is chosen.

use super::Shell;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::is_named_after;
use crate::tui::desk::{Effect, Rivals};
use std::path::{Path, PathBuf};

impl Shell {
    /// Reads both states and has them shown: of the session at `path`, or of the one that is open.
    pub(super) fn compare_files(&mut self, path: Option<PathBuf>) -> Result<(), Problem> {
        let desk = &self.app.desk;
        let open = desk.session.as_ref().filter(|_| path.is_none());
        if open.is_some() && desk.urn.is_some() {
            let said = desk.words().say_rivals_voting().to_owned();
            self.app.warn(said);
            return Ok(());
        }
        let here = match (open, path) {
            (Some(open), _) => self
                .store
                .path_of(open.handle)
                .map(|p| (p, open.doc.clone())),
            (None, Some(path)) => {
                let read = self.store.read::<Session>(&path)?;
                Some((path, read.doc))
            }
            (None, None) => None,
        };
        let pair = here.and_then(|ours| {
            let known = open.and_then(|open| open.rival.clone());
            let known = known.filter(|rival| self.store.holds(rival));
            let other = known.or_else(|| self.twin_of(&ours.0, &ours.1, |_| true))?;
            Some((ours, other))
        });
        let Some((ours, other)) = pair else {
            let said = self.app.desk.words().say_no_rival().to_owned();
            self.app.report(said);
            return Ok(());
        };
        if [&ours.0, &other]
            .iter()
            .any(|path| self.store.has_urn(path))
        {
            let said = self.app.desk.words().say_rivals_voting().to_owned();
            self.app.warn(said);
            return Ok(());
        }
        let theirs = self.store.read::<Session>(&other)?.doc;
        let foreign = other.starts_with(self.store.root().join(".crex"));
        self.app.show_rivals(Rivals {
            ours,
            theirs: (other, theirs),
            foreign,
        });
        Ok(())
    }

    /// Another file of the same session that still lies there and that is such a one, as the list knows them.
    fn twin_of(
        &self,
        path: &Path,
        session: &Session,
        is_such: impl Fn(&Path) -> bool,
    ) -> Option<PathBuf> {
        let listing = &self.app.desk.listing;
        let mut all = listing.sessions.iter().chain(&listing.simulations);
        let twin = all.find(|entry| {
            let same = entry.state.as_ref().is_ok_and(|head| head.id == session.id);
            same && entry.path != path && is_such(&entry.path) && self.store.holds(&entry.path)
        });
        twin.map(|entry| entry.path.clone())
    }

    /// A session that lies in two states says so whenever it can be written, not only when it comes to that; and no more once
    /// the other one is gone.
    pub(super) fn look_for_rival(&mut self) {
        let open = self.app.desk.session.as_ref();
        let Some(open) = open.filter(|open| open.read_only.is_none()) else {
            return;
        };
        let known = open.rival.clone().filter(|rival| self.store.holds(rival));
        let beside = || {
            let path = self.store.path_of(open.handle)?;
            let is_copy = |twin: &Path| is_named_after(twin, &path) || is_named_after(&path, twin);
            self.twin_of(&path, &open.doc, is_copy)
        };
        let rival = known.or_else(beside);
        if let Some(open) = &mut self.app.desk.session {
            open.rival = rival;
        }
    }

    /// Keeps one of the two; a session that is open goes on with it, at the same place.
    pub(super) fn keep_file(&mut self, ours: bool) -> Result<(), Problem> {
        if self.would_lose() {
            return Ok(());
        }
        let Some(rivals) = self.app.desk.rivals.take() else {
            return Ok(());
        };
        let now = self.app.desk.room;
        let open = self.app.desk.session.is_some();
        let place = self.app.place();
        let (mine, other) = (rivals.ours.0, rivals.theirs.0);
        if open {
            self.close_session();
        }
        let (kept, left) = if ours {
            (&mine, &other)
        } else {
            (&other, &mine)
        };
        let done = self.store.keep_one(kept, left, now);
        let path = done.as_ref().map_or(&mine, |(kept, _)| kept).clone();
        if open {
            let mut opened = self.store.load(&path, now)?;
            opened.place = place;
            self.begin_session(opened);
        } else {
            self.app.desk.ask(Effect::List);
        }
        let (_, aside) = done?;
        let said = self.app.desk.words().say_kept(&crate::words::shown(&aside));
        self.app.desk.saving = crate::tui::desk::Saving::Saved;
        self.app.report(said);
        Ok(())
    }
}
