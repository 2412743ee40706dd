//! What is said of the pieces that leave a session: their names, what each is for and for whom, what it lacks; the screen
//! that lists them.

use super::Words;
use crate::domain::code::Lang;
use crate::domain::piece::{Lack, Piece};

impl Words {
    /// The title that a piece bears; every export is known by it.
    pub const fn piece_title(self, piece: Piece) -> &'static str {
        match (piece, self.0) {
            (Piece::Record, Lang::Fr) => "Compte rendu",
            (Piece::Record, Lang::En) => "Record",
            (Piece::Invitation, Lang::Fr) => "Invitation au CREX",
            (Piece::Invitation, Lang::En) => "Invitation to the CREX",
            (Piece::Signatures, Lang::Fr) => "Feuille d'émargement",
            (Piece::Signatures, Lang::En) => "Attendance sheet",
            (Piece::Reporter, Lang::Fr) => "Réponse au déclarant",
            (Piece::Reporter, Lang::En) => "Answer to the reporter",
            (Piece::Rex, Lang::Fr) => "Fiche de retour d'expérience",
            (Piece::Rex, Lang::En) => "Lessons from an event",
            (Piece::Eigs, Lang::Fr) => "EIGS, partie 2\u{a0}: textes à reprendre",
            (Piece::Eigs, Lang::En) => "EIGS, part 2: texts to be reused",
            (Piece::Cards, Lang::Fr) => "Cartes de rôle et de défi",
            (Piece::Cards, Lang::En) => "Role and challenge cards",
            (Piece::Observation, Lang::Fr) => "Grille d'observation",
            (Piece::Observation, Lang::En) => "Observation grid",
            (Piece::Debrief, Lang::Fr) => "Débriefing de la simulation",
            (Piece::Debrief, Lang::En) => "Debrief of the simulation",
            (Piece::Satisfaction, Lang::Fr) => "Questionnaire de satisfaction",
            (Piece::Satisfaction, Lang::En) => "Satisfaction sheet",
            (Piece::Certificates, Lang::Fr) => "Attestations de présence",
            (Piece::Certificates, Lang::En) => "Certificates of attendance",
        }
    }

    /// How a file of it is called, after the name of its session: letters of every disk.
    pub const fn piece_file(self, piece: Piece) -> &'static str {
        match (piece, self.0) {
            (Piece::Record, _) => "",
            (Piece::Invitation, _) => "invitation",
            (Piece::Signatures, Lang::Fr) => "emargement",
            (Piece::Signatures, Lang::En) => "attendance",
            (Piece::Reporter, Lang::Fr) => "reponse",
            (Piece::Reporter, Lang::En) => "answer",
            (Piece::Rex, _) => "rex",
            (Piece::Eigs, _) => "eigs",
            (Piece::Cards, Lang::Fr) => "cartes",
            (Piece::Cards, Lang::En) => "cards",
            (Piece::Observation, _) => "observation",
            (Piece::Debrief, _) => "debrief",
            (Piece::Satisfaction, _) => "satisfaction",
            (Piece::Certificates, Lang::Fr) => "attestations",
            (Piece::Certificates, Lang::En) => "certificates",
        }
    }

    /// What it is for, in one line.
    pub const fn piece_for(self, piece: Piece) -> &'static str {
        match piece {
            Piece::Record => self.piece_for_record(),
            Piece::Invitation => self.piece_for_invitation(),
            Piece::Signatures => self.piece_for_signatures(),
            Piece::Reporter => self.piece_for_reporter(),
            Piece::Rex => self.piece_for_rex(),
            Piece::Eigs => self.piece_for_eigs(),
            Piece::Cards => self.piece_for_cards(),
            Piece::Observation => self.piece_for_observation(),
            Piece::Debrief => self.piece_for_debrief(),
            Piece::Satisfaction => self.piece_for_satisfaction(),
            Piece::Certificates => self.piece_for_certificates(),
        }
    }

    /// Whom it goes to.
    pub const fn piece_to(self, piece: Piece) -> &'static str {
        match piece {
            Piece::Record => self.piece_to_record(),
            Piece::Invitation => self.piece_to_invitation(),
            Piece::Signatures => self.piece_to_signatures(),
            Piece::Reporter => self.piece_to_reporter(),
            Piece::Rex => self.piece_to_rex(),
            Piece::Eigs => self.piece_to_eigs(),
            Piece::Cards => self.piece_to_players(),
            Piece::Observation => self.piece_to_observers(),
            Piece::Debrief => self.piece_to_trainer(),
            Piece::Satisfaction | Piece::Certificates => self.piece_to_learners(),
        }
    }

    /// What a piece lacks.
    pub fn lack(self, lack: &Lack) -> String {
        let said = match lack {
            Lack::Told(n) => return self.lack_told(*n),
            Lack::Part2(due, days) => {
                let due = self.date_short(*due);
                return match days {
                    0 => self.lack_part2_today(&due),
                    days if *days < 0 => self.lack_part2_late(-days, &due),
                    days => self.lack_part2(*days, &due),
                };
            }
            Lack::NoEvent => self.lack_no_event(),
            Lack::Nobody => self.lack_nobody(),
            Lack::NoPlace => self.lack_no_place(),
            Lack::NoHour => self.lack_no_hour(),
            Lack::NoAgenda => self.lack_no_agenda(),
            Lack::NoFate => self.lack_no_fate(),
            Lack::NoAnswer => self.lack_no_answer(),
            Lack::NoTeller => self.lack_no_teller(),
            Lack::NotGiven => self.lack_not_given(),
            Lack::NoAnalysis => self.lack_no_analysis(),
            Lack::NoFactor => self.lack_no_factor(),
            Lack::NoneWorked => self.lack_none_worked(),
            Lack::NoAction => self.lack_no_action(),
            Lack::NoLessons => self.lack_no_lessons(),
            Lack::NotConfirmed => self.lack_not_confirmed(),
            Lack::Part1 => self.lack_part1(),
        };
        said.to_owned()
    }

    /// All that it lacks, as one sentence; nothing when it lacks nothing.
    pub fn lacks(self, lacks: &[Lack]) -> Option<String> {
        let said: Vec<String> = lacks.iter().map(|lack| self.lack(lack)).collect();
        (!said.is_empty()).then(|| self.piece_lacks(&said.join(self.doc_semicolon())))
    }
}

crate::words! {
    piece_for_record => "Ce qui a été vu, voté et décidé, étape par étape.", "What was seen, voted and decided, step by step.";
    piece_for_invitation => "La date, le lieu, l'ordre du jour, ce qu'il faut lire avant.", "The date, the place, the agenda, what to read before.";
    piece_for_signatures => "À imprimer\u{a0}: chacun y signe, crex ne garde aucun nom.", "To be printed: everyone signs on it, crex keeps no name.";
    piece_for_reporter => "Ce que le groupe a compris et décidé, et merci. Une réponse par événement.", "What the group understood and decided, and thanks. One answer for each event.";
    piece_for_rex => "Une page à diffuser, sans nom, sans fonction, sans date précise.", "One page to be spread: no name, no function, no exact date.";
    piece_for_eigs => "Des textes à recopier, bloc par bloc, dans la déclaration. Pas un formulaire officiel.", "Texts to be copied, block by block, into the declaration. Not an official form.";
    piece_for_cards => "À imprimer et à couper\u{a0}: une carte par joueur, quatre par page.", "To be printed and cut: one card for each player, four to a page.";
    piece_for_observation => "À imprimer pour qui observe\u{a0}: le groupe, jamais une personne.", "To be printed for whoever observes: the group, never a person.";
    piece_for_debrief => "Trouvé, manqué, en plus\u{a0}; le temps, les mots, les actions, le quiz avant et après.", "Found, missed, additional; time, words, actions, the quiz before and after.";
    piece_for_satisfaction => "À imprimer\u{a0}: anonyme, une page.", "To be printed: anonymous, one page.";
    piece_for_certificates => "Une page par participant, le nom à écrire à la main\u{a0}: crex n'en garde aucun.", "One page for each participant, the name to be written by hand: crex keeps none.";
    piece_to_players => "aux joueurs", "to the players";
    piece_to_observers => "aux observateurs", "to the observers";
    piece_to_trainer => "au groupe et au formateur", "to the group and the trainer";
    piece_to_learners => "aux participants", "to the learners";
    piece_to_record => "à l'équipe", "to the team";
    piece_to_invitation => "aux membres attendus", "to the members expected";
    piece_to_signatures => "à la table", "to the table";
    piece_to_reporter => "à qui a signalé", "to whoever reported";
    piece_to_rex => "à tous", "to everyone";
    piece_to_eigs => "à qui déclare", "to whoever declares";

    lack_told(n: usize) => if n == 1 { "une chose, dite à son étape".to_owned() } else { format!("{n} choses, chacune dite à son étape") },
        if n == 1 { "one thing, told at its step".to_owned() } else { format!("{n} things, each told at its step") };
    lack_no_event => "aucun événement concerné dans cette séance", "no such event in this session";
    lack_nobody => "personne n'est attendu", "nobody is expected";
    lack_no_place => "le lieu", "the place";
    lack_no_hour => "l'heure, à écrire à la main", "the hour, to be written by hand";
    lack_no_agenda => "l'ordre du jour", "the agenda";
    lack_no_fate => "le groupe n'a pas décidé de la suite", "the group has not decided what follows";
    lack_no_answer => "la réponse n'est pas écrite", "the answer is not written";
    lack_no_teller => "personne n'est nommé pour la donner", "nobody is named to give it";
    lack_not_given => "pas encore donnée", "not given yet";
    lack_no_analysis => "l'analyse n'est pas faite", "the analysis is not made";
    lack_no_factor => "aucune cause profonde", "no deep cause";
    lack_none_worked => "rien de ce qui a fonctionné", "nothing of what worked";
    lack_no_action => "aucune action retenue", "no action retained";
    lack_no_lessons => "les enseignements", "the lessons";
    lack_not_confirmed => "aucun rapprochement n'est encore confirmé", "no match is confirmed yet";
    lack_part1 => "partie 1 non déclarée, à faire sans délai", "part 1 not declared, to be done without delay";
    lack_part2(days: i64, due: &str) =>
        if days == 1 { format!("partie 2 due demain ({due})") } else { format!("partie 2 due dans {days}\u{a0}jours ({due})") },
        if days == 1 { format!("part 2 due tomorrow ({due})") } else { format!("part 2 due in {days}\u{a0}days ({due})") };
    lack_part2_today(due: &str) => format!("partie 2 due aujourd'hui ({due})"), format!("part 2 due today ({due})");
    lack_part2_late(days: i64, due: &str) =>
        if days == 1 { format!("partie 2 en retard d'un jour (due le {due})") } else { format!("partie 2 en retard de {days}\u{a0}jours (due le {due})") },
        if days == 1 { format!("part 2 one day late (due on {due})") } else { format!("part 2 {days}\u{a0}days late (due on {due})") };
    piece_lacks(what: &str) => format!("Il manque\u{a0}: {what}."), format!("Still missing: {what}.");

    pieces_title => "Documents de la séance", "Documents of the session";
    pieces_aim => "Ce qui sort d'ici\u{a0}: pour qui, et ce qu'il y manque encore.", "What leaves from here: for whom, and what it still lacks.";
    pieces_aim_sealed => "La séance est scellée\u{a0}: voici ce qui peut partir, et vers qui.", "The session is sealed: here is what can leave, and to whom.";
    pieces_none => "aucun événement concerné", "no such event";
    pieces_not_serious => "Aucun critère d'EIGS noté.", "No criterion of a serious event noted.";
    pieces_ready => "prêt", "ready";
    pieces_given(date: &str) => format!("donnée le {date}"), format!("given on {date}");
    pieces_sent(date: &str) => format!("envoyée le {date}"), format!("sent on {date}");

    leave_title => "Relire avant de diffuser", "Read again before it leaves";
    leave_said(n: usize) => if n == 1 { "Un mot de ce document peut désigner une personne\u{a0}:".to_owned() } else { format!("{n} mots de ce document peuvent désigner une personne\u{a0}:") },
        if n == 1 { "One word of this document may tell who someone is:".to_owned() } else { format!("{n} words of this document may tell who someone is:") };
    leave_place(place: &str, found: &str) => format!("{place}\u{a0}: {found}"), format!("{place}: {found}");
    leave_hint => "Corrigez-les dans leur séance, ou écrivez le document tel quel si ce ne sont pas des personnes.",
        "Correct them in their session, or write the document as it is if they are no persons.";
    leave_not_yet => "Ne pas écrire encore", "Do not write it yet";
    leave_do => "Écrire quand même", "Write it all the same";
    closing_documents => "Documents à remettre…", "Documents to hand out…";
    closing_documents_hint => "Compte rendu, réponses aux déclarants, fiche REX, textes EIGS\u{a0}: lire, imprimer, écrire.",
        "Record, answers to reporters, REX sheet, EIGS texts: read, print, write.";
    help_pieces => "Tout ce que cette séance peut donner, et à qui. Entrée lit le document en entier.\nL'imprimer\u{a0}: on en écrit une page (HTML) à côté de la séance, qu'un navigateur imprime. Le texte (Markdown) se colle partout.\nRien ne part tout seul\u{a0}: crex écrit un fichier, vous décidez à qui le donner.",
        "All that this session can give, and to whom. Enter reads the whole document.\nTo print it: a page (HTML) is written beside the session, and a browser prints it. The text (Markdown) can be pasted anywhere.\nNothing leaves by itself: crex writes a file, you decide whom to give it to.";
    report_no_piece(piece: &str) => format!("Une analyse entre deux séances ne donne pas ce document ({piece})\u{a0}: demandez-le à la séance."),
        format!("An analysis between two meetings does not give this document ({piece}): ask a session for it.");
    report_not_played(piece: &str) => format!("Seule une simulation donne ce document ({piece})."), format!("Only a simulation gives this document ({piece}).");
    report_no_such_event(asked: &str, there: &str) =>
        if there.is_empty() { format!("Aucun événement de cette séance n'est concerné par ce document\u{a0}: «\u{a0}{asked}\u{a0}» ne désigne rien.") }
        else { format!("«\u{a0}{asked}\u{a0}» ne désigne aucun événement concerné par ce document. Possible\u{a0}: {there}.") },
        if there.is_empty() { format!("No event of this session is one for this document: “{asked}” means nothing here.") }
        else { format!("“{asked}” is no event for this document. Possible: {there}.") };
    report_not_of_event => "--incident ne sert qu'aux documents d'un événement\u{a0}: eigs, rex, reporter.", "--incident is only for the documents of one event: eigs, rex, reporter.";
    report_several => "Un document par événement\u{a0}: envoyez à chacun le sien (--incident).", "One document for each event: send each person their own (--incident).";
}
