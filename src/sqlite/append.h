// One command's whole effect, inside the running transaction.
#pragma once
#include "sqlite/writer.h"
#include "store/event_store.h"

namespace sqlite {

tl::expected<store::Appended, store::NotAppended> append(Desk&, const store::Append&);

}  // namespace sqlite
