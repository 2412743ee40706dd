//! The words of what is handed out: the answer to a reporter, the sheet of lessons, the invitation, the attendance sheet.

crate::words! {
    letter_to => "à l'attention de", "to";
    letter_reporter => "la personne qui a signalé", "the person who reported";
    letter_hello => "Bonjour,", "Hello,";
    letter_thanks(heading: &str) => format!("Vous avez signalé «\u{a0}{heading}\u{a0}». Merci\u{a0}: sans ce signalement, rien de ce qui suit n'aurait été possible."),
        format!("You reported “{heading}”. Thank you: without that report, nothing of what follows would have been possible.");
    letter_thanks_on(heading: &str, date: &str) => format!("Le {date}, vous avez signalé «\u{a0}{heading}\u{a0}». Merci\u{a0}: sans ce signalement, rien de ce qui suit n'aurait été possible."),
        format!("On {date} you reported “{heading}”. Thank you: without that report, nothing of what follows would have been possible.");
    letter_heard(date: &str) => format!("Le CREX l'a entendu le {date}."), format!("The CREX heard it on {date}.");
    letter_will_hear(date: &str) => format!("Le CREX l'entendra le {date}."), format!("The CREX will hear it on {date}.");
    letter_reported => "Ce que vous avez signalé", "What you reported";
    letter_answer => "Notre réponse", "Our answer";
    letter_understood => "Ce que le groupe a compris", "What the group understood";
    letter_done => "Ce qui est fait", "What is done about it";
    letter_remember => "Ce que nous en retenons", "What we remember of it";
    letter_unwritten => "Aucune réponse n'a été rédigée à la clôture\u{a0}: ce qui suit reprend ce que la séance a noté. À relire.",
        "No answer was written at the closing: what follows is what the session noted. To be read again.";
    letter_undecided => "Le groupe n'a pas encore décidé de la suite.", "The group has not decided yet what follows.";
    letter_chosen => "Le groupe a choisi d'analyser cet événement.", "The group chose to analyse this event.";
    letter_entrusted(lead: &str, due: &str) => match (lead.is_empty(), due.is_empty()) {
            (false, false) => format!("Son analyse est confiée ({lead}) et sera présentée le {due}."),
            (false, true) => format!("Son analyse est confiée ({lead}) et sera présentée à une prochaine séance."),
            _ => "Son analyse n'est pas encore faite.".to_owned(),
        },
        match (lead.is_empty(), due.is_empty()) {
            (false, false) => format!("Its analysis is entrusted ({lead}) and will be presented on {due}."),
            (false, true) => format!("Its analysis is entrusted ({lead}) and will be presented at a coming meeting."),
            _ => "Its analysis is not made yet.".to_owned(),
        };
    letter_next_time => "Le groupe y reviendra à une prochaine séance\u{a0}: cet événement n'est pas oublié.", "The group will come back to it at a coming meeting: this event is not forgotten.";
    letter_simple => "Le groupe a décidé d'y répondre sans l'analyser en détail.", "The group decided to answer it without a detailed analysis.";
    letter_sent => "Le groupe l'a transmis à qui peut agir.", "The group sent it to those who can act.";
    letter_closed => "Le groupe a décidé de ne pas aller plus loin.", "The group decided to go no further.";
    letter_why(reason: &str) => format!("Pourquoi\u{a0}: {reason}"), format!("Why: {reason}");
    letter_no_reason => "La raison n'a pas été notée.", "The reason was not noted.";
    letter_contributed => "Ce qui y a contribué\u{a0}:", "What contributed to it:";
    letter_worked => "Ce qui a protégé\u{a0}:", "What protected:";
    letter_more(n: usize) => if n == 1 { "Un autre facteur est au compte rendu.".to_owned() } else { format!("{n} autres facteurs sont au compte rendu.") },
        if n == 1 { "One more factor is in the record.".to_owned() } else { format!("{n} more factors are in the record.") };
    letter_no_factor => "Les causes ne sont pas encore établies.", "The causes are not established yet.";
    letter_action(what: &str, owner: &str, due: &str) => match (owner.is_empty(), due.is_empty()) {
            (false, false) => format!("{what} ({owner}, pour le {due})"),
            (true, false) => format!("{what} (pour le {due})"),
            (false, true) => format!("{what} ({owner})"),
            (true, true) => what.to_owned(),
        },
        match (owner.is_empty(), due.is_empty()) {
            (false, false) => format!("{what} ({owner}, by {due})"),
            (true, false) => format!("{what} (by {due})"),
            (false, true) => format!("{what} ({owner})"),
            (true, true) => what.to_owned(),
        };
    letter_no_action => "Aucune action n'est retenue pour cet événement à ce jour.", "No action is retained for this event so far.";
    letter_measures(what: &str) => format!("Aussitôt\u{a0}: {what}"), format!("At once: {what}");
    letter_end => "Vous pouvez demander où cela en est, et signaler encore\u{a0}: c'est ainsi que les soins deviennent plus sûrs.",
        "You can ask where this stands, and report again: that is how care becomes safer.";
    letter_by(who: &str) => format!("Pour le CREX\u{a0}: {who}"), format!("For the CREX: {who}");
    letter_by_nobody => "Pour le CREX", "For the CREX";
    letter_given(date: &str) => format!("Réponse donnée le {date}."), format!("Answer given on {date}.");
    letter_none => "Aucun événement n'a été entendu\u{a0}: personne n'attend de réponse.", "No event was heard: nobody is waiting for an answer.";

    rex_happened => "Ce qui s'est passé", "What happened";
    rex_why => "Pourquoi c'était possible", "Why it was possible";
    rex_worked => "Ce qui a protégé", "What protected";
    rex_change => "Ce que nous changeons", "What we change";
    rex_remember => "À retenir", "To remember";
    rex_by(month: &str) => format!("d'ici {month}"), format!("by {month}");
    rex_persons(n: usize) => if n == 1 { "Un facteur qui parle de personnes n'est pas repris ici.".to_owned() } else { format!("{n} facteurs qui parlent de personnes ne sont pas repris ici.") },
        if n == 1 { "One factor that speaks of persons is not told here.".to_owned() } else { format!("{n} factors that speak of persons are not told here.") };
    rex_shortened => "Raccourcie pour tenir sur une page\u{a0}: le compte rendu dit tout.", "Shortened to fit one page: the record tells it all.";
    rex_masked(n: usize) => if n == 1 { "Une fonction ou une date précise a été remplacée.".to_owned() } else { format!("{n} fonctions ou dates précises ont été remplacées.") },
        if n == 1 { "One function or exact date was replaced.".to_owned() } else { format!("{n} functions or exact dates were replaced.") };
    rex_none => "Aucun événement n'a été analysé dans cette séance\u{a0}: la fiche attend.", "No event was analysed in this session: the sheet waits.";
    rex_not_analysed => "L'analyse n'est pas faite\u{a0}: cette fiche ne dit que le fait.", "The analysis is not made: this sheet only tells the fact.";
    rex_someone => "un professionnel", "a professional";
    rex_of_someone => "d'un professionnel", "of a professional";
    rex_to_someone => "à un professionnel", "to a professional";
    rex_that_someone => "qu'un professionnel", "that a professional";
    rex_some => "des professionnels", "professionals";

    invite_hello => "Bonjour,", "Hello,";
    invite_said => "Votre présence est attendue à la prochaine séance du comité de retour d'expérience. On y analyse un système, jamais une personne.",
        "You are expected at the next meeting of the committee for learning from events. It looks at a system, never at a person.";
    invite_begun => "Cette séance a déjà commencé.", "This meeting has begun already.";
    invite_over => "Cette séance a déjà eu lieu.", "This meeting has been held already.";
    invite_hour => "heure", "hour";
    invite_hour_open => "à compléter\u{a0}: ……………", "to be filled in: ……………";
    invite_length => "durée", "length";
    invite_agenda => "Ordre du jour", "Agenda";
    invite_minutes => "minutes", "minutes";
    invite_events => "Événements présélectionnés", "Events preselected";
    invite_no_event => "Aucun pour l'instant\u{a0}: les signalements reçus d'ici là seront entendus.", "None so far: the reports received until then will be heard.";
    invite_untitled => "Événement sans titre", "Event without a title";
    invite_due => "Actions à suivre", "Actions to follow up";
    invite_no_due => "Aucune action d'une séance passée n'est à suivre.", "No action of an earlier meeting is to be followed up.";
    invite_present => "Analyses à présenter", "Analyses to be presented";
    invite_read => "À lire ou à préparer avant", "To read or prepare before";
    invite_last_record => "le compte rendu de la dernière séance, à approuver", "the record of the last meeting, to be approved";
    invite_charter => "la charte, relue à l'ouverture", "the charter, read again at the opening";
    invite_own_actions => "pour chaque pilote\u{a0}: où en est son action, et ce qui la montre", "for each owner: where the action stands, and what shows it";
    invite_own_analysis => "pour chaque pilote d'analyse\u{a0}: l'analyse à présenter", "for each analysis lead: the analysis to present";
    invite_reports => "ce que vous savez des événements présélectionnés, sans nom de patient ni de professionnel", "what you know of the events preselected, without names of patients or professionals";
    invite_expected => "Qui est attendu", "Who is expected";
    invite_end => "Si vous ne pouvez pas venir, dites-le dès que possible\u{a0}: le quorum en dépend. Ce qui se dit en séance y reste.",
        "If you cannot come, please say so as soon as you can: the quorum depends on it. What is said in the meeting stays there.";
    invite_to_fill(what: &str) => format!("À compléter avant l'envoi\u{a0}: {what}."), format!("To be filled in before it is sent: {what}.");

    sign_promise => "En signant, chacun s'engage à la charte du CREX\u{a0}: confidentialité, écoute, aucun nom hors de cette feuille.",
        "By signing, everyone undertakes to keep the charter of the CREX: confidentiality, listening, no name outside this sheet.";
    sign_name => "nom", "name";
    sign_sign => "signature", "signature";
    sign_kept => "À signer sur papier et à garder avec les documents qualité\u{a0}: le programme ne garde aucun nom.",
        "To be signed on paper and kept with the quality documents: the program keeps no name.";
    sign_guests => "Les lignes vides sont pour les invités et les observateurs.", "The empty lines are for guests and observers.";
}
