#include "web/site.h"

#include "web/error_pages.h"
#include "web/router.h"

namespace web {

Site::Site(const UseCases& use, const http::Assets& assets, Address address, Readiness is_ready)
    : router_(std::make_unique<const Router>(use, assets, std::move(address), std::move(is_ready))) {}

Site::~Site() = default;

http::Response Site::answer(const http::Request& request) const {
    return router_->answer(request);
}

http::Response Site::failed() const {
    return router_->frame().show_plain(out_of_order());
}

void Site::forget_old_pages() const {
    router_->forget_old_pages();
}

http::Response Site::refused(const http::Refused& refused) const {
    return router_->frame().show_plain(not_taken(refused));
}

}  // namespace web
