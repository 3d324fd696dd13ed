#include "main/service.h"

#include <arpa/inet.h>

#include <csignal>
#include <iostream>

#include "api/api.h"
#include "app/expiry.h"
#include "base/text.h"
#include "http/server.h"
#include "main/chore.h"
#include "main/system_clock.h"
#include "main/use_cases.h"
#include "pdf/pdf_writer.h"
#include "web/site.h"

namespace program {
namespace {

using std::chrono::milliseconds;

/// Durable within a second: see app::ReadsLog.
constexpr milliseconds flush_pause{500};
constexpr milliseconds expiry_pause{60'000};

app::SessionLimits session_limits(const cli::Settings& settings) {
    return {std::chrono::minutes(settings.session_idle_minutes),
            std::chrono::hours(settings.session_absolute_hours)};
}

bool is_address(const std::string& text) {
    in6_addr address{};
    return inet_pton(AF_INET, text.c_str(), &address) == 1 || inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

/// Behind a trusted proxy, who asks is the last address that it added: to the header, or in one of its own.
std::string forwarded_peer(const http::Request& request) {
    const auto headers = request.headers.all("x-forwarded-for");
    if (headers.empty()) return request.peer;
    const std::string addresses(headers.back());
    const auto last = base::trimmed(addresses.substr(addresses.rfind(',') + 1));
    return is_address(last) ? last : request.peer;
}

std::string words_of(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& fault) {
        return fault.what();
    }
}

class Service {
public:
    Service(const cli::Settings& settings, const cli::Console& console)
        : settings_(settings),
          console_(console),
          folder_(DataFolder::open(settings.data)),
          use_cases_({*folder_, clock_, random_, passwords_, session_limits(settings)}),
          server_(std::make_unique<http::Server>(
              http::Setup{.listen = settings.listen, .workers = static_cast<std::size_t>(settings.workers)},
              [this](const http::Request& request) { return answer(request); },
              [this](const http::Request& request, std::exception_ptr thrown) {
                  return failed(request, thrown);
              },
              [this](const http::Refused& refused) {
                  return api::Api::owns(refused.path) ? api::Api::refused(refused) : site_->refused(refused);
              })) {
        site_ = std::make_unique<web::Site>(
            web::UseCases{use_cases_.installation, use_cases_.sessions, use_cases_.sign_in, use_cases_.lists,
                          use_cases_.reading, use_cases_.transact, random_, clock_,
                          use_cases_.invitations, use_cases_.own_account, use_cases_.kept_forms,
                          use_cases_.drafts, papers_, drawings_},
            http::embedded_assets(), address(), [this] { return is_ready(); });
        api_ = std::make_unique<api::Api>(
            api::UseCases{use_cases_.installation, use_cases_.tokens, use_cases_.lists, use_cases_.reading,
                          use_cases_.transact, folder_->ledger(), server_->figures(), clock_, papers_, drawings_, address().origin});
    }

    void run() {
        server_->drain_on_signals();
        console_.out << "concordat is ready at " << address().origin << '\n' << std::flush;
        if (use_cases_.installation.now()->partnerships.empty()) {
            console_.err << "concordat: there is no partnership yet: stop it, and see 'concordat partnership "
                            "add --help'\n";
        }
        {
            const Chore expiry(
                "recording dates that passed", expiry_pause, [this] { keep_time(); }, console_.err);
            const Chore sweep(
                "throwing away what ran out", expiry_pause,
                [this] { throw_away_old(); }, console_.err);
            const Chore flush(
                "writing the log of reads", flush_pause, [this] { use_cases_.reads_log.flush(); },
                console_.err);
            server_->run();
        }
        server_.reset();
        use_cases_.reads_log.flush();
    }

private:
    web::Address address() const {
        const auto exposure = settings_.trusted_proxy ? http::Exposure::Tls : http::Exposure::Loopback;
        return {settings_.public_address.empty() ? server_->url() : settings_.public_address, exposure};
    }

    http::Response answer(const http::Request& request) const {
        if (api::Api::owns(request.path)) return api_->answer(request);
        if (!settings_.trusted_proxy) return site_->answer(request);
        http::Request forwarded = request;
        forwarded.peer = forwarded_peer(request);
        return site_->answer(forwarded);
    }

    /// The path alone: what else was sent may be somebody's secret. The address of a calendar is one.
    http::Response failed(const http::Request& request, const std::exception_ptr& thrown) const {
        const std::string path = request.path.starts_with("/calendar/") ? "/calendar/…" : request.path;
        console_.err << "concordat: " + std::string(http::to_text(request.method)) + " " + path + ": " +
                            words_of(thrown) + "\n";
        return api::Api::owns(request.path) ? api::Api::failed() : site_->failed();
    }

    bool is_ready() {
        try {
            folder_->ledger().head();
            return !use_cases_.reads_log.is_stuck();
        } catch (const std::exception&) {
            return false;
        }
    }

    void throw_away_old() {
        folder_->drawers().sweep(clock_.now());
        site_->forget_old_pages();
    }

    void keep_time() {
        const auto expired = app::expire_due(folder_->ledger(), use_cases_.transact, clock_.now());
        for (const auto& refusal : expired.refused) {
            console_.err << "concordat: a date that passed was not recorded: " + refusal.why + "\n";
        }
    }

    const cli::Settings& settings_;
    const cli::Console& console_;
    SystemClock clock_;
    crypto::SystemRandom random_;
    crypto::Argon2Passwords passwords_;
    pdf::PdfWriter papers_;
    diagram::Drawings drawings_;
    std::unique_ptr<DataFolder> folder_;
    UseCases use_cases_;
    std::unique_ptr<const web::Site> site_;
    std::unique_ptr<const api::Api> api_;
    std::unique_ptr<http::Server> server_;  // last: its workers end before what they use goes away
};

/// Where nothing can listen there, that is said before a folder is made.
void try_address(const std::string& listen) {
    const auto nothing = [](auto&&...) { return http::Response{503, {}, {}}; };
    const http::Server trial(http::Setup{.listen = listen, .workers = 1}, nothing, nothing);
}

}  // namespace

int serve(const cli::Settings& settings, const cli::Console& console) {
    std::signal(SIGPIPE, SIG_IGN);
    if (!std::filesystem::exists(std::filesystem::path(settings.data) / "concordat.db")) try_address(settings.listen);
    Service(settings, console).run();
    return cli::Done;
}

}  // namespace program
