//! What the shell does with what a person sets: keeps it, and works in another folder.

use super::Shell;
use crate::domain::problem::{Problem, Why};
use crate::domain::team::Team;
use crate::store::{self, Access, Opened, RealDisk, SharedDisk, Store};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::prefs::Pref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Shell {
    pub(super) fn keep_setting(&mut self, chosen: Pref) -> Result<(), Problem> {
        let prefs = &self.app.desk.prefs;
        match chosen {
            Pref::Theme => self.settings.theme = prefs.theme.scheme.name().into(),
            Pref::Lang => self.settings.lang = Some(prefs.lang),
            Pref::Mouse => self.settings.mouse = prefs.mouse,
            Pref::LockAfter => self.settings.lock_after = prefs.lock_after,
        }
        self.settings.save()
    }

    /// After how many minutes without a key the passphrase is asked for again; none in a workspace in the clear, or never.
    pub(super) fn locks_after(&self) -> Option<u16> {
        let minutes = self.app.desk.prefs.lock_after;
        (minutes > 0 && self.store.is_encrypted()).then_some(minutes)
    }

    /// Works in another folder. One that cannot be opened leaves everything as it is.
    pub(super) fn switch(&mut self, root: &Path) -> Result<(), Problem> {
        if same_folder(root, self.store.root()) {
            let said = self.app.desk.words().say_same_folder().to_owned();
            self.app.warn(said);
            return Ok(());
        }
        if !root.is_absolute() || !root.is_dir() {
            // A slip of the finger never makes a folder.
            let said = self.app.desk.words().say_no_such_folder().to_owned();
            self.app.warn(said);
            return Ok(());
        }
        if self.would_lose() {
            return Ok(());
        }
        if store::seems_encrypted(&RealDisk, root) {
            self.at_door = Some(root.to_owned());
            return Ok(());
        }
        self.switch_on(Arc::new(RealDisk), root)
    }

    /// The same on this disk, with which it can be read.
    pub(super) fn switch_on(&mut self, disk: SharedDisk, root: &Path) -> Result<(), Problem> {
        let left = self.work_in(disk, root)?;
        self.settings.workspace = Some(root.to_owned());
        left.and(self.settings.save())
    }

    /// Lets everything go and begins at home in another folder; gives what was told of what was left.
    pub(super) fn work_in(
        &mut self,
        disk: SharedDisk,
        root: &Path,
    ) -> Result<Result<(), Problem>, Problem> {
        let now = self.app.desk.now;
        let mut store = Store::open_on(disk, root, now, self.wake.clone())?;
        let mut team = store.team(now)?;
        self.close_session();
        let left = self.close_incident().and(self.close_follow_up());
        self.store.close(self.app.desk.team.handle);
        if matches!(team.access, Access::Read(Why::Held(_))) {
            // Who held it may have been ourselves, the folder having two names.
            store.close(team.handle);
            team = store.team(now)?;
        }
        self.store = store;
        self.begin_at_home(team, root.to_owned());
        Ok(left)
    }

    /// At home, with this team and what the folder holds now.
    pub(super) fn begin_at_home(&mut self, team: Opened<Team>, root: PathBuf) {
        let now = self.app.desk.now;
        let size = (
            self.app.desk.areas.screen.width,
            self.app.desk.areas.screen.height,
        );
        let prefs = self.app.desk.prefs.clone();
        let (listing, coming) = self.store.list_soon(self.wake.clone());
        let mut desk = Desk::new(team, listing, root, prefs, now);
        desk.encrypted = self.store.is_encrypted();
        self.app = App::new(desk, size);
        self.listing = coming;
        self.recalling = None;
        self.surveying = None;
        self.beginning = None;
        self.finding = None;
        self.failing.clear();
        self.failing_since = None;
        self.late.clear();
    }
}

/// Whether two paths name one folder. One that is not there is no other's.
fn same_folder(one: &Path, other: &Path) -> bool {
    let full = |path: &Path| std::fs::canonicalize(path).ok();
    full(one).is_some_and(|one| Some(one) == full(other))
}
