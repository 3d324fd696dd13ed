// Every page that has an address. Each gets what was asked and gives a page, or a way elsewhere.
#pragma once
#include "web/asked.h"
#include "web/sheet.h"
#include "web/use_cases.h"

namespace web {

Answer home(const UseCases&, const Address&, const Asked&);

Answer sign_in(const UseCases&, const Address&, const Asked&);
Answer sign_in_with_password(const UseCases&, const Address&, const Asked&);
Answer sign_in_as_persona(const UseCases&, const Address&, const Asked&);
Answer sign_out(const UseCases&, const Address&, const Asked&);
Answer sign_out_now(const UseCases&, const Address&, const Asked&);
Answer signed_out(const UseCases&, const Address&, const Asked&);

Answer your_work(const UseCases&, const Address&, const Asked&);
Answer part_of_work(const UseCases&, const Address&, const Asked&);
Answer find_by_reference(const UseCases&, const Address&, const Asked&);
Answer registers(const UseCases&, const Address&, const Asked&);
Answer register_page(const UseCases&, const Address&, const Asked&);

Answer choose_partnership(const UseCases&, const Address&, const Asked&);
Answer before_raising(const UseCases&, const Address&, const Asked&);
Answer raise_questions(const UseCases&, const Address&, const Asked&);
Answer raise_step(const UseCases&, const Address&, const Asked&);
Answer raised_page(const UseCases&, const Address&, const Asked&);

Answer disagreement_page(const UseCases&, const Address&, const Asked&);
Answer identity_question(const UseCases&, const Address&, const Asked&);
Answer identity_release(const UseCases&, const Address&, const Asked&);
Answer act_question(const UseCases&, const Address&, const Asked&);
Answer act_now(const UseCases&, const Address&, const Asked&);

Answer policies(const UseCases&, const Address&, const Asked&);
Answer policy_page(const UseCases&, const Address&, const Asked&);
Answer policy_diagram(const UseCases&, const Address&, const Asked&);

Answer help(const UseCases&, const Address&, const Asked&);
Answer accessibility(const UseCases&, const Address&, const Asked&);
Answer privacy(const UseCases&, const Address&, const Asked&);
Answer cookies(const UseCases&, const Address&, const Asked&);

}  // namespace web
