// Every page that has an address. Each gets what was asked and gives a page, or a way elsewhere.
#pragma once
#include "web/asked.h"
#include "web/sheet.h"
#include "web/use_cases.h"

namespace web {

Answer home(const UseCases&, const Address&, const Asked&);

Answer sign_in(const UseCases&, const Address&, const Asked&);
Answer sign_in_with_password(const UseCases&, const Address&, const Asked&);
Answer sign_in_code(const UseCases&, const Address&, const Asked&);
Answer sign_in_with_code(const UseCases&, const Address&, const Asked&);
Answer sign_in_as_persona(const UseCases&, const Address&, const Asked&);
Answer sign_out(const UseCases&, const Address&, const Asked&);
Answer sign_out_now(const UseCases&, const Address&, const Asked&);
Answer signed_out(const UseCases&, const Address&, const Asked&);
Answer choose_password(const UseCases&, const Address&, const Asked&);
Answer choose_password_now(const UseCases&, const Address&, const Asked&);
Answer forgotten_password(const UseCases&, const Address&, const Asked&);
Answer prove(const UseCases&, const Address&, const Asked&);
Answer prove_now(const UseCases&, const Address&, const Asked&);

Answer account(const UseCases&, const Address&, const Asked&);
Answer end_session(const UseCases&, const Address&, const Asked&);
Answer end_other_sessions(const UseCases&, const Address&, const Asked&);
Answer password_question(const UseCases&, const Address&, const Asked&);
Answer password_change(const UseCases&, const Address&, const Asked&);
Answer second_factor(const UseCases&, const Address&, const Asked&);
Answer second_factor_on(const UseCases&, const Address&, const Asked&);
Answer second_factor_off(const UseCases&, const Address&, const Asked&);
Answer second_factor_off_now(const UseCases&, const Address&, const Asked&);
Answer recovery_codes(const UseCases&, const Address&, const Asked&);
Answer recovery_codes_now(const UseCases&, const Address&, const Asked&);

Answer your_work(const UseCases&, const Address&, const Asked&);
Answer part_of_work(const UseCases&, const Address&, const Asked&);
Answer find_by_reference(const UseCases&, const Address&, const Asked&);
Answer registers(const UseCases&, const Address&, const Asked&);
Answer register_page(const UseCases&, const Address&, const Asked&);

Answer choose_partnership(const UseCases&, const Address&, const Asked&);
Answer before_raising(const UseCases&, const Address&, const Asked&);
Answer raise_questions(const UseCases&, const Address&, const Asked&);
Answer raise_begin(const UseCases&, const Address&, const Asked&);
Answer raise_begin_again(const UseCases&, const Address&, const Asked&);
Answer raise_in_danger(const UseCases&, const Address&, const Asked&);
Answer raise_elsewhere(const UseCases&, const Address&, const Asked&);
Answer raise_check(const UseCases&, const Address&, const Asked&);
Answer raise_now(const UseCases&, const Address&, const Asked&);
Answer raised_page(const UseCases&, const Address&, const Asked&);

Answer draft_page(const UseCases&, const Address&, const Asked&);
Answer draft_questions(const UseCases&, const Address&, const Asked&);
Answer draft_question(const UseCases&, const Address&, const Asked&);
Answer draft_answer(const UseCases&, const Address&, const Asked&);
Answer draft_answer_again(const UseCases&, const Address&, const Asked&);
Answer draft_throw_away(const UseCases&, const Address&, const Asked&);
Answer draft_throw_away_now(const UseCases&, const Address&, const Asked&);
Answer draft_ask(const UseCases&, const Address&, const Asked&);
Answer draft_ask_now(const UseCases&, const Address&, const Asked&);
Answer draft_take_back(const UseCases&, const Address&, const Asked&);
Answer look_at_draft(const UseCases&, const Address&, const Asked&);
Answer look_comment(const UseCases&, const Address&, const Asked&);
Answer look_again(const UseCases&, const Address&, const Asked&);

Answer disagreement_page(const UseCases&, const Address&, const Asked&);
Answer for_others_page(const UseCases&, const Address&, const Asked&);
Answer disagreement_record(const UseCases&, const Address&, const Asked&);
Answer identity_question(const UseCases&, const Address&, const Asked&);
Answer identity_release(const UseCases&, const Address&, const Asked&);
Answer identity_again(const UseCases&, const Address&, const Asked&);
Answer act_question(const UseCases&, const Address&, const Asked&);
Answer act_now(const UseCases&, const Address&, const Asked&);
Answer act_again(const UseCases&, const Address&, const Asked&);

Answer policies(const UseCases&, const Address&, const Asked&);
Answer policy_page(const UseCases&, const Address&, const Asked&);
Answer policy_diagram(const UseCases&, const Address&, const Asked&);

Answer help(const UseCases&, const Address&, const Asked&);
Answer accessibility(const UseCases&, const Address&, const Asked&);
Answer privacy(const UseCases&, const Address&, const Asked&);
Answer cookies(const UseCases&, const Address&, const Asked&);

}  // namespace web
