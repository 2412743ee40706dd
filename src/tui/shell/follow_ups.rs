//! What the shell does for what is said of actions between two meetings: makes, opens and closes its files, takes them back;
//! and writes what was made of the plan.

use super::Shell;
use crate::domain::SCHEMA;
use crate::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome};
use crate::domain::ids::FollowUpId;
use crate::domain::order::Order;
use crate::domain::problem::Problem;
use crate::store::Opened;
use crate::tui::desk::{Between, Open, Output};
use crate::words::shown;
use chrono::NaiveDateTime;
use std::path::PathBuf;
use uuid::Uuid;

impl Shell {
    pub(super) fn between(&mut self, asked: Between, now: NaiveDateTime) -> Result<(), Problem> {
        match asked {
            Between::Say(said) => self.say_between(*said, now),
            Between::Open(id) => self.open_follow_up(id, now),
            Between::Close => self.close_follow_up(),
            Between::TakeBack(id) => self.take_back(id, now),
        }
    }

    /// Makes a follow-up. One of the same action that a killed program left without a word is taken up instead.
    fn say_between(&mut self, said: FollowUp, now: NaiveDateTime) -> Result<(), Problem> {
        let same = |file: &&FollowUpFile| {
            let other = &file.follow_up;
            let other = (&other.session, other.action, &other.wording);
            other == (&said.session, said.action, &said.wording)
        };
        let listed = &self.app.desk.listing.follow_ups;
        let good = listed.iter().filter_map(|found| found.1.as_ref().ok());
        let before: Vec<&FollowUpFile> = good.filter(same).collect();
        if let Some(id) = before.iter().find(|file| is_blank(file)).map(|f| f.id) {
            return self.open_follow_up(id, now);
        }
        // What is said twice on one day stays in the order in which it was said.
        let last = before.iter().map(|file| file.follow_up.id.0).max();
        let id = FollowUpId(last.unwrap_or_default().saturating_add(1));
        let said = FollowUp { id, ..said };
        let file = FollowUpFile {
            schema: SCHEMA,
            id: (self.ids)(),
            follow_up: said,
        };
        let opened = self.store.create(file, now)?;
        self.follow_up_opened(opened);
        Ok(())
    }

    fn open_follow_up(&mut self, id: Uuid, now: NaiveDateTime) -> Result<(), Problem> {
        let Some(path) = self.follow_up_at(id) else {
            return Ok(());
        };
        let opened = self.store.load(&path, now)?;
        self.follow_up_opened(opened);
        Ok(())
    }

    fn follow_up_opened(&mut self, opened: Opened<FollowUpFile>) {
        self.app.desk.follow_up = Some(Box::new(Open::new(opened)));
        self.app.follow_up_opened();
    }

    /// Lets it go, and keeps what it says in the list; one that says nothing leaves no file.
    pub(super) fn close_follow_up(&mut self) -> Result<(), Problem> {
        let Some(open) = self.app.desk.follow_up.take() else {
            return Ok(());
        };
        let path = self.store.path_of(open.handle);
        let blank = is_blank(&open.doc) && open.read_only.is_none();
        self.let_go(open.handle);
        let Some(path) = path else {
            return Ok(());
        };
        let listed = &mut self.app.desk.listing.follow_ups;
        listed.retain(|found| found.0 != path);
        let gone = if blank {
            self.store.put_away(&path, self.app.desk.now).map(drop)
        } else {
            listed.push((path, Ok(open.doc)));
            listed.order_by(|a, b| a.0.cmp(&b.0));
            Ok(())
        };
        self.read_again();
        self.app.follow_up_closed();
        gone
    }

    /// Takes what was said out of the workspace and says where it is kept.
    fn take_back(&mut self, id: Uuid, now: NaiveDateTime) -> Result<(), Problem> {
        let Some(path) = self.follow_up_at(id) else {
            return Ok(());
        };
        self.store.put_away(&path, now)?;
        let desk = &mut self.app.desk;
        desk.listing.follow_ups.retain(|found| found.0 != path);
        let said = desk.words().plan_taken_back().to_owned();
        self.read_again();
        self.app.follow_up_closed();
        self.app.report(said);
        Ok(())
    }

    fn follow_up_at(&self, id: Uuid) -> Option<PathBuf> {
        let mut listed = self.app.desk.listing.follow_ups.iter();
        let found = listed.find(|found| found.1.as_ref().is_ok_and(|file| file.id == id));
        found.map(|found| found.0.clone())
    }

    /// Writes what was made of the workspace beside its files, and says where.
    pub(super) fn write_out(&mut self, output: &Output) -> Result<(), Problem> {
        let written = self
            .store
            .write_out(&output.name, output.extension, &output.bytes)?;
        let said = self.app.desk.words().say_written(&shown(&written));
        self.app.report(said);
        Ok(())
    }
}

/// Whether nothing is said in it yet.
fn is_blank(file: &FollowUpFile) -> bool {
    file.follow_up.outcome == FollowUpOutcome::Pending
}
