// What a decision leaves behind, all of it or nothing: events, keys, rows of lists, notices.
#pragma once
#include "app/dossier.h"
#include "app/transact.h"

namespace app {

/// Whose command it is, as the ledger knows it.
struct Ordered {
    store::CommandId id;  // of this sender, so that nobody guesses another's
    std::string digest;   // keyed: answers cannot be guessed from it
};

class Landing {
public:
    Landing(Journal& journal, const store::Digests& digests) : journal_(journal), digests_(digests) {}

    Ordered ordered(const PersonId&, const std::string& about, const disagreement::Command&) const;

    /// Nothing where somebody else appended first.
    std::optional<base::Result<Done>> land(const Dossier& before, const Ordered&,
                                           const disagreement::Events&);

    /// What came of a command that landed before; nothing where it did not.
    std::optional<base::Result<Done>> find_landed(const store::StreamId&, const Ordered&);

private:
    Journal& journal_;
    const store::Digests& digests_;
};

}  // namespace app
