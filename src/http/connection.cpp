#include "http/connection.h"

#include <array>

#include "base/text.h"
#include "http/cookie.h"
#include "http/target.h"

// GCC 12 destroys aggregate temporaries twice in a co_await expression: every argument with a
// destructor is a named local first.
namespace http {

namespace {

namespace beast = boost::beast;
using Parser = beast::http::request_parser<beast::http::string_body>;
using Error = boost::system::error_code;
constexpr auto as_tuple = net::as_tuple(net::use_awaitable);

HeadLimits head_limits_of(const Limits& limits) {
    return {limits.request_line_bytes_max, limits.header_bytes_max, limits.headers_max,
            limits.body_bytes_max};
}

std::string peer_of(const tcp::socket& socket) {
    Error error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
}

After after_of(const Parser& parser) {
    return parser.get().keep_alive() && parser.get().version() == 11 ? After::KeepAlive : After::Close;
}

Fields headers_of(const Parser& parser) {
    Fields headers;
    for (const auto& field : parser.get()) {
        const auto name = field.name_string();
        const auto value = field.value();
        headers.add(base::lower({name.data(), name.size()}), std::string(value.data(), value.size()));
    }
    return headers;
}

base::Result<Request> request_of(const Parser& parser, const std::string& peer) {
    const auto target = parser.get().target();
    const auto method = parser.get().method_string();
    auto parsed = parse_target({target.data(), target.size()});
    if (!parsed) return tl::unexpected(parsed.error());

    Request request;
    request.method = *find_method({method.data(), method.size()});  // check_head knew it
    request.target = std::string(target.data(), target.size());
    request.path = std::move(parsed->path);
    request.query = std::move(parsed->query);
    request.headers = headers_of(parser);
    for (const auto& line : request.headers.all("cookie")) {
        for (const auto& [name, value] : parse_cookies(line)) request.cookies.add(name, value);
    }
    request.peer = peer;
    return request;
}

/// "/cases/a", of "GET /cases/a?page=2 HTTP/1.1": undecoded, empty where the line has none.
std::string path_in(std::string_view head) {
    const auto line = head.substr(0, head.find('\r'));
    const auto begin = line.find(" /");
    if (begin == std::string_view::npos) return {};
    const auto target = line.substr(begin + 1);
    return std::string(target.substr(0, target.find_first_of(" ?")));
}

Rejection rejection_for(const Error& error) {
    if (error == beast::http::error::body_limit) return {413, "a body over the limit"};
    return {400, "a broken body"};
}

bool has_gone(const Error& error) {
    return error == net::error::connection_reset || error == net::error::operation_aborted ||
           error == net::error::broken_pipe;
}

}  // namespace

Connection::Connection(tcp::socket socket, const House& house)
    : socket_(std::move(socket)),
      deadline_(socket_.get_executor()),
      house_(house),
      limits_(house.limits),
      head_limits_(head_limits_of(limits_)),
      peer_(peer_of(socket_)) {
    Error ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
}

void Connection::finish() {
    finishing_ = true;
    if (idle_) cut();
}

void Connection::cut() {
    stop_waiting();
    Error ignored;
    socket_.close(ignored);
}

void Connection::stop_waiting() {
    ++wait_;
    deadline_.cancel();
}

void Connection::wait_at_most(std::chrono::milliseconds deadline) {
    late_ = false;
    deadline_.expires_after(deadline);
    knock(++wait_);
}

// Cancelling ends only the step that is under way; a read of many steps may just be between two.
// So it is cancelled again until somebody has noticed.
void Connection::knock(std::size_t wait) {
    deadline_.async_wait([this, wait, alive = shared_from_this()](const Error& error) {
        if (error || wait != wait_) return;
        late_ = true;
        Error ignored;
        socket_.cancel(ignored);
        deadline_.expires_after(std::chrono::milliseconds(50));
        knock(wait);
    });
}

std::string_view Connection::received() const {
    return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
}

net::awaitable<void> Connection::serve() {
    const auto alive = shared_from_this();
    while (true) {
        Incoming incoming = co_await read_request();
        if (std::holds_alternative<Ended>(incoming)) break;
        if (const auto* rejection = std::get_if<Rejection>(&incoming)) {
            co_await reject(*rejection);
            break;
        }
        auto& whole = std::get<Whole>(incoming);
        const Method method = whole.request.method;
        Request request = std::move(whole.request);
        stop_waiting();  // how long an answer takes is the handler's affair
        const Response response = co_await answer(std::move(request));

        ++served_;
        const bool last = finishing_ || served_ >= limits_.requests_per_connection_max;
        const After after = last ? After::Close : whole.after;
        const bool written = co_await write(response, method, after);
        if (!written) break;
        if (after == After::Close) {
            co_await close_gently();
            break;
        }
    }
    cut();
}

net::awaitable<Connection::Incoming> Connection::read_request() {
    const Head head = co_await read_head();
    if (const auto* rejection = std::get_if<Rejection>(&head)) co_return Incoming(*rejection);
    if (std::holds_alternative<Ended>(head)) co_return Incoming(Ended{});
    Incoming incoming = co_await read_rest(std::get<HeadSize>(head));
    co_return incoming;
}

net::awaitable<Connection::Head> Connection::read_head() {
    idle_ = buffer_.size() == 0;
    path_.clear();
    if (idle_ && finishing_) co_return Head(Ended{});
    wait_at_most(idle_ && served_ > 0 ? limits_.idle_deadline : limits_.header_deadline);

    std::size_t checked = 0;
    while (true) {
        const auto so_far = received();
        const auto end = so_far.find("\r\n\r\n", checked > 3 ? checked - 3 : 0);
        const auto head = so_far.substr(0, end == std::string_view::npos ? end : end + 4);
        const bool whole = end != std::string_view::npos;
        const auto rejection =
            whole ? check_head(head, head_limits_) : check_growing_head(head, checked, head_limits_);
        if (whole || rejection) path_ = path_in(head);
        if (rejection) co_return Head(*rejection);
        if (whole) co_return Head(head.size());
        checked = so_far.size();

        const auto [error, count] = co_await socket_.async_read_some(buffer_.prepare(4096), as_tuple);
        if (error) {
            if (!idle_ && late_) co_return Head(Rejection{408, "headers that did not come in time"});
            if (idle_ || has_gone(error)) co_return Head(Ended{});
            co_return Head(Rejection{400, "half a head"});
        }
        buffer_.commit(count);
        if (idle_) wait_at_most(limits_.header_deadline);
        idle_ = false;
    }
}

net::awaitable<Connection::Incoming> Connection::read_rest(HeadSize head_size) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes_max + 2));
    parser.body_limit(limits_.body_bytes_max);
    auto refuse_extensions = [](std::uint64_t, beast::string_view extensions, Error& error) {
        if (!extensions.empty()) error = beast::http::error::bad_chunk_extension;
    };
    parser.on_chunk_header(refuse_extensions);

    Error error;
    const auto used = parser.put(net::const_buffer(buffer_.data().data(), head_size), error);
    if (error || used != head_size) co_return Incoming(Rejection{400, "a broken head"});
    buffer_.consume(used);

    auto request = request_of(parser, peer_);
    if (!request) co_return Incoming(Rejection{400, request.error().why});
    if (!parser.is_done()) {
        wait_at_most(limits_.body_deadline);
        if (request->headers.has("expect") && buffer_.size() == 0) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            const auto bytes = net::buffer(go_on);
            co_await net::async_write(socket_, bytes, as_tuple);
        }
        const auto [failed, count] = co_await beast::http::async_read(socket_, buffer_, parser, as_tuple);
        if (failed && late_) co_return Incoming(Rejection{408, "a body that did not come in time"});
        if (has_gone(failed)) co_return Incoming(Ended{});
        if (failed) co_return Incoming(rejection_for(failed));
    }
    // Trailers end up among the headers: what a proxy checked would no longer be what we read.
    const auto fields = static_cast<std::size_t>(std::distance(parser.get().begin(), parser.get().end()));
    if (fields != request->headers.size()) co_return Incoming(Rejection{400, "headers after the body"});

    request->body = std::move(parser.get().body());
    Whole whole{std::move(*request), after_of(parser)};
    Incoming incoming(std::move(whole));
    co_return incoming;
}

net::awaitable<bool> Connection::write(const Response& response, Method method, After after) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::string head = head_text(response, now, after);
    const std::string_view body =
        has_body(response, method) ? std::string_view(response.body) : std::string_view();
    const std::array buffers{net::buffer(head), net::buffer(body)};
    wait_at_most(limits_.write_deadline);
    const auto [error, count] = co_await net::async_write(socket_, buffers, as_tuple);
    co_return !error;
}

net::awaitable<Response> Connection::answer(Request request) {
    if (!house_.workers.has_room()) {
        const Refused busy{503, "the service is busy: try again in a few seconds", request.path};
        Response response = refusal(busy);
        response.headers.set("Retry-After", "2");
        co_return response;
    }
    const auto began = std::chrono::steady_clock::now();
    Response response = co_await house_.workers.answer(std::move(request));
    const auto took = std::chrono::steady_clock::now() - began;
    house_.figures.answered(response.status, std::chrono::duration_cast<Figures::Duration>(took));
    co_return response;
}

Response Connection::refusal(const Refused& refused) const {
    house_.figures.refused(refused.status);
    Response response = house_.refuser(refused);
    secure(response);
    ensure_sendable(response);
    return response;
}

net::awaitable<void> Connection::reject(const Rejection& rejection) {
    const Refused refused{rejection.status, rejection.why, path_};
    Response response = refusal(refused);
    if (rejection.status == 405) response.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    const bool written = co_await write(response, Method::Get, After::Close);
    if (written) co_await close_gently();
}

// Closing while bytes of the other side are under way would reset the connection, and the answer
// with it: say that we are done, then read a little longer.
net::awaitable<void> Connection::close_gently() {
    constexpr std::chrono::milliseconds patience{1000};
    Error ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    wait_at_most(patience);
    std::array<char, 8192> discarded{};
    for (std::size_t left = 4 * limits_.body_bytes_max; left > 0;) {
        const auto [error, count] = co_await socket_.async_read_some(net::buffer(discarded), as_tuple);
        if (error) co_return;
        left -= std::min(left, count);
    }
}

}  // namespace http
