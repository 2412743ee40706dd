//! The sentences of the priorities.

crate::words! {
    priorities_factors => "Facteurs", "Factors";
    priorities_later => "Rien à classer aujourd'hui\u{a0}: l'analyse est confiée, la prochaine séance l'entendra. F8 passe à la suite.",
        "Nothing to rank today: the analysis is entrusted, the next meeting will hear it. F8 goes on.";
    priorities_empty => "Aucun facteur à classer. Ils se trouvent à l'étape «\u{a0}Facteurs\u{a0}» (F7).",
        "No factor to rank. They are found at the step “Factors” (F7).";
    priorities_hint => "Espace retient un facteur, dans l'ordre des priorités · Entrée le retient et demande la raison · v\u{a0}fait voter · deux ou trois suffisent",
        "Space keeps a factor, in order of priority · Enter keeps it and asks why · v\u{a0}holds a vote · two or three are enough";
    priorities_rank(n: usize) => format!("priorité {n}"), format!("priority {n}");
    priorities_checked_by(who: &str) => format!("à vérifier par {who}"), format!("to be checked by {who}");
    priorities_unworded => "facteur sans libellé", "factor without wording";
}
