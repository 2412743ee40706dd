//! The sentences of a vote's result: how it was held, who voted, what the rule says, and what that is worth.

use super::Words;
use crate::domain::ballot::{Ballot, BallotState, Method, TieRule};
use crate::domain::session::Session;
use crate::domain::turnout::WeakSecrecy;

crate::words! {
    result_wins(letter: &str) => format!("{letter} l'emporte"), format!("{letter} wins");
    result_win(letters: &str) => format!("{letters} l'emportent"), format!("{letters} win");
    result_tied(letters: &str, places: u32) =>
        format!("Égalité entre {letters}{}", if places > 1 { format!(" pour {places}\u{a0}places") } else { String::new() }),
        format!("{letters} are tied{}", if places > 1 { format!(" for {places} places") } else { String::new() });
    result_carried(letters: &str, n: usize) =>
        if n > 1 { format!("{letters} sont adoptées") } else { format!("{letters} est adoptée") },
        format!("{letters} {} carried", if n > 1 { "are" } else { "is" });
    result_refused(letters: &str, n: usize) =>
        if n > 1 { format!("{letters} sont refusées") } else { format!("{letters} est refusée") },
        format!("{letters} {} refused", if n > 1 { "are" } else { "is" });
    result_split(letters: &str) =>
        format!("{letters}\u{a0}: autant de oui que de non"),
        format!("{letters}: as many yes as no");
    result_none => "Aucune voix\u{a0}: rien n'est retenu", "No vote for any option: nothing is retained";
    result_tie_round => "r ouvre le second tour", "r opens the second round";
    result_tie_consensus => "au groupe de trancher par consensus, écrit", "for the group to settle by consensus, written down";
    result_carried_mark => "adoptée", "carried";
    result_refused_mark => "refusée", "refused";
    result_split_mark => "à égalité", "split";
    result_mean(total: &str, mean: &str) => format!("{total}\u{a0}points · {mean} en moyenne"), format!("{total} points · {mean} on average");
    result_median(median: &str, mean: &str) => format!("médiane {median} · {mean} en moyenne"), format!("median {median} · {mean} on average");
    result_no_level => "aucun niveau donné", "no level given";
    result_answers(yes: &str, no: &str, abstain: &str) =>
        format!("{yes}\u{a0}oui · {no}\u{a0}non · {abstain} pas d'avis"),
        format!("{yes} yes · {no} no · {abstain} undecided");
    result_withdrawn(what: &str) => format!("Retirée du vote\u{a0}: {what}"), format!("Withdrawn from the vote: {what}");
    result_n_voters(n: u32) => format!("{n}\u{a0}votant{}", plural(n)), format!("{n} voter{}", if n == 1 { "" } else { "s" });
    result_n_papers(n: u32) =>
        format!("{n}\u{a0}bulletin{s} exprimé{s}", s = plural(n)),
        format!("{n} paper{} cast", if n == 1 { "" } else { "s" });
    result_n_blank(n: u32) => format!("{n}\u{a0}blanc{}", plural(n)), format!("{n} blank");
    result_n_void(n: u32) => format!("{n}\u{a0}nul{}", plural(n)), format!("{n} void");
    result_n_hands(n: u32) =>
        format!("{n}\u{a0}main{s} levée{s}", s = plural(n)),
        format!("{n} hand{} raised", if n == 1 { "" } else { "s" });
    result_n_abstentions(n: u32) => format!("{n}\u{a0}abstention{}", plural(n)), format!("{n} abstention{}", if n == 1 { "" } else { "s" });
    result_n_silent(n: u32) =>
        format!("{n} {} pas voté", if n > 1 { "n'ont" } else { "n'a" }),
        format!("{n} did not vote");
    result_quorum_met => "quorum atteint", "quorum met";
    result_quorum_unmet => "quorum non atteint", "quorum not met";
    result_second_round => "second tour", "second round";
    result_no_quorum => "Quorum non atteint\u{a0}: ce vote n'emporte pas de décision, sauf si le groupe passe outre et écrit pourquoi.",
        "Quorum not met: this vote carries no decision, unless the group overrules that and writes why.";
    result_few => "Moins de quatre bulletins\u{a0}: le secret est faible, chacun peut deviner le vote des autres.",
        "Fewer than four papers: secrecy is weak, each can guess how the others voted.";
    result_unanimous => "Tous les bulletins disent la même chose\u{a0}: le vote de chacun est connu.",
        "All papers say the same: how each person voted is known.";
    result_unspent(n: u32) => format!("Points non distribués\u{a0}: {n}"), format!("Points not given: {n}");
    result_excused(n: usize) =>
        format!("{n}\u{a0}présent{} pris part à ce vote", if n > 1 { "s n'ont pas" } else { " n'a pas" }),
        format!("{n} of those present took no part in this vote");
    result_trace(counts: &str) => format!("Votants pendant le vote (arrivées et départs)\u{a0}: {counts}"), format!("Voters during the vote (arrivals and departures): {counts}");
    result_gone(n: u32) =>
        format!("{n} {} après avoir voté", if n > 1 { "sont partis" } else { "est parti" }),
        format!("{n} left after voting");
    result_round(n: usize) =>
        format!("{} tour", if n == 1 { "Premier".to_owned() } else { format!("{n}e") }),
        format!("Round {n}");
    result_round_kept => "retenue", "retained";
    result_decided(what: &str, how: &str) =>
        format!("Décision du groupe\u{a0}: {what}, {how}"),
        format!("Decision of the group: {what}, {how}");
    result_reason(why: &str) => format!("Raison\u{a0}: {why}"), format!("Reason: {why}");
    result_how(how: &str) => format!("Décision du groupe\u{a0}: {how}"), format!("Decision of the group: {how}");
    result_decision => "Décision", "Decision";
    result_decision_hint => "Ce que le groupe décide, comme le vote ou autrement.", "What the group decides, as voted or otherwise.";
    rule_carried => "Est adoptée toute proposition qui a plus de oui que de non", "Any option with more yes than no is carried";
    rule_carried_most(n: u32) =>
        format!("{n} au plus\u{a0}: celles où les oui dépassent le plus les non"),
        format!("{n} at most: those where yes outweighs no the most");
    rule_first(what: &str) => format!("La proposition qui a le plus de {what} est retenue"), format!("The option with most {what} is retained");
    rule_firsts(n: usize, what: &str) => format!("Les {n} propositions qui ont le plus de {what} sont retenues"), format!("The {n} options with most {what} are retained");
    rule_tie(rule: &str) => format!("en cas d'égalité, {rule}"), format!("if tied, {rule}");
    rule_voices => "voix", "votes";
    rule_marks => "points", "points";
    voices_each(n: u32) =>
        if n > 1 { format!("{n}\u{a0}voix par personne") } else { "une voix par personne".to_owned() },
        if n > 1 { format!("{n} votes each") } else { "one vote each".to_owned() };
    way_hands => "à main levée", "show of hands";
    way_papers => "sur bulletins", "on papers";
    way_both => "à main levée et sur bulletins", "show of hands and papers";
    way_secret => "à bulletin secret", "secret ballot";
    short_yes_no => "oui ou non", "yes or no";
    short_points(n: u32) => format!("{n}\u{a0}point{} chacun", plural(n)), format!("{n} point{} each", if n == 1 { "" } else { "s" });
    short_levels(top: u32) => format!("niveaux de 1 à {top}"), format!("levels from 1 to {top}");
    short_score => "notes de 0 à 5", "scores from 0 to 5";
    say_ballot_tie => "Le vote ne départage pas\u{a0}: r ouvre un second tour, Échap revient à la liste pour décider par consensus.",
        "The vote does not decide: r opens a second round, Esc goes back to the list to decide by consensus.";
    say_ballot_consensus => "Le vote ne départage pas\u{a0}: le groupe tranche par consensus. Entrée retient, puis dites pourquoi.",
        "The vote does not decide: the group settles by consensus. Enter chooses, then say why.";
    say_ballot_no_round => "Un second tour ne sert qu'entre ex æquo, si la règle le prévoit.", "A second round serves only between equals, if the rule says so.";
}

/// The mark of a French plural, which begins above one.
const fn plural(n: u32) -> &'static str {
    if n > 1 { "s" } else { "" }
}

impl Words {
    /// How a vote is held, with its numbers: « à main levée, une voix par personne », « une voix par personne, à bulletin
    /// secret ».
    pub fn voting(self, ballot: &Ballot) -> String {
        let method = self.method(&ballot.method);
        if ballot.secret {
            return format!("{method}, {}", self.way_secret());
        }
        let way = self.way(ballot);
        if matches!(ballot.method, Method::Hands { .. }) {
            format!("{way}, {method}")
        } else {
            format!("{method}, {way}")
        }
    }

    /// How the voices of an open vote are taken, or were once it is closed.
    fn way(self, ballot: &Ballot) -> &'static str {
        let papers = ballot.state == BallotState::Closed && ballot.received() > 0;
        match (ballot.takes_hands(), papers && ballot.has_hands()) {
            (true, true) => self.way_both(),
            (true, false) if !papers => self.way_hands(),
            _ => self.way_papers(),
        }
    }

    /// How a vote was held, in as few words as the wall allows.
    pub fn voting_short(self, ballot: &Ballot) -> String {
        match ballot.method {
            Method::Hands { .. } if ballot.secret => self.way_secret().to_owned(),
            Method::Hands { .. } => self.way(ballot).to_owned(),
            Method::YesNo => self.short_yes_no().to_owned(),
            Method::Weighted => "3-2-1".to_owned(),
            Method::Points { points, .. } => self.short_points(points),
            Method::Score => self.short_score().to_owned(),
            Method::Levels { top } => self.short_levels(top),
        }
    }

    /// Who voted of whom, how, and whether there was a quorum.
    pub fn turnout(self, ballot: &Ballot) -> String {
        let papers = u32::try_from(ballot.papers.len()).unwrap_or(u32::MAX);
        let mut who = vec![self.result_n_voters(ballot.entitled)];
        let mut add = |n: u32, said: String| {
            if n > 0 {
                who.push(said);
            }
        };
        let raised = ballot.raised();
        add(papers, self.result_n_papers(papers));
        add(ballot.blank, self.result_n_blank(ballot.blank));
        add(ballot.void, self.result_n_void(ballot.void));
        add(raised, self.result_n_hands(raised));
        let idle = ballot.abstentions;
        add(idle, self.result_n_abstentions(idle));
        let silent = ballot.silent(ballot.received()).unwrap_or(0);
        add(silent, self.result_n_silent(silent));
        let mut out = vec![who.join(", "), self.voting_short(ballot)];
        if ballot.second_round_of.is_some() {
            out.push(self.result_second_round().to_owned());
        }
        if ballot.asks_quorum() {
            out.push(self.quorum_of(ballot).to_owned());
        }
        out.join(" · ")
    }

    /// Whether the vote met the quorum asked.
    pub fn quorum_of(self, ballot: &Ballot) -> &'static str {
        if ballot.quorum_met() {
            self.result_quorum_met()
        } else {
            self.result_quorum_unmet()
        }
    }

    /// The rule that decides a vote, in words.
    pub fn rule(self, ballot: &Ballot) -> String {
        let what = match ballot.method {
            Method::Hands { .. } => self.rule_voices(),
            _ => self.rule_marks(),
        };
        let rule = match (ballot.method, ballot.keep) {
            (Method::YesNo, 0) => self.rule_carried().to_owned(),
            (Method::YesNo, n) => self.rule_carried_most(n),
            _ if ballot.places() == 1 => self.rule_first(what),
            _ => self.rule_firsts(ballot.places(), what),
        };
        format!(
            "{rule}{}{}.",
            self.doc_semicolon(),
            self.rule_tie(self.tie_rule(ballot.tie))
        )
    }

    /// Who comes first, what is refused, who is tied; and which key or act follows.
    pub fn who_wins(self, ballot: &Ballot) -> String {
        let verdict = self.verdict_of(ballot);
        if ballot.tally().tied.is_empty() {
            return verdict;
        }
        format!("{verdict} · {}", self.tie_follows(ballot.tie))
    }

    /// Who comes first, what is refused, who is tied.
    pub fn verdict_of(self, ballot: &Ballot) -> String {
        let tally = ballot.tally();
        let (kept, tied) = (&tally.kept, &tally.tied);
        let mut out = Vec::new();
        let yes_no = ballot.method == Method::YesNo;
        match kept.len() {
            0 => {}
            n if yes_no => out.push(self.result_carried(&self.letters(kept), n)),
            1 => out.push(self.result_wins(&self.letters(kept))),
            _ => out.push(self.result_win(&self.letters(kept))),
        }
        if !tied.is_empty() {
            let letters = self.letters(tied);
            // As many yes as no, not as many yes more than no as another.
            let even = tied.iter().all(|i| ballot.value(*i) == 0);
            out.push(if even {
                self.result_split(&letters)
            } else {
                self.result_tied(&letters, tally.places)
            });
        }
        let refused = ballot.refused();
        if yes_no && !refused.is_empty() {
            out.push(self.result_refused(&self.letters(&refused), refused.len()));
        }
        if out.is_empty() {
            return self.result_none().to_owned();
        }
        out.join(" · ")
    }

    /// What was decided on a free question, and what the vote says to it.
    pub fn decided_on(self, session: &Session, ballot: &Ballot) -> Option<String> {
        let how = session.reached_in_words(ballot)?;
        let what = ballot.decided.as_str().trim();
        Some(self.result_decided(what, self.reached(how)))
    }

    /// What becomes of equal options.
    pub const fn tie_follows(self, tie: TieRule) -> &'static str {
        match tie {
            TieRule::SecondRound => self.result_tie_round(),
            TieRule::Consensus => self.result_tie_consensus(),
        }
    }

    /// What an option got, in words and figures; numbers `wide` columns wide.
    pub fn given(self, ballot: &Ballot, index: usize, wide: usize) -> String {
        let total = ballot.total(index);
        match ballot.method {
            Method::YesNo => {
                let all = ballot.answers(index);
                let [yes, no, abstain] =
                    [all.yes, all.no, all.abstain].map(|n| format!("{n:>wide$}"));
                self.result_answers(&yes, &no, &abstain)
            }
            Method::Score => {
                let total = format!("{total:>wide$}");
                self.result_mean(&total, &self.mean_of(ballot, index))
            }
            Method::Levels { .. } => ballot.median_in_tenths(index).map_or_else(
                || self.result_no_level().to_owned(),
                |median| self.result_median(&self.doc_tenths(median), &self.mean_of(ballot, index)),
            ),
            _ => format!("{total:>wide$}"),
        }
    }

    /// The mean of an option's marks, with one decimal.
    fn mean_of(self, ballot: &Ballot, index: usize) -> String {
        self.doc_tenths(ballot.mean_in_tenths(index).unwrap_or(0))
    }

    /// Why a secret vote keeps no secret.
    pub const fn weak_secrecy(self, weak: WeakSecrecy) -> &'static str {
        match weak {
            WeakSecrecy::Few => self.result_few(),
            WeakSecrecy::Unanimous => self.result_unanimous(),
        }
    }
}
