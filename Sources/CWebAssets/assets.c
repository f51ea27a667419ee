#include "cwebassets.h"

// #embed is C23; the compiler takes it in every dialect and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The files of the pages, in the program itself: it can be moved and serves them without a disk.

static const unsigned char style_css[] = {
#embed "style.css"
};
static const unsigned char script_js[] = {
#embed "script.js"
};
static const unsigned char live_js[] = {
#embed "live.js"
};
static const unsigned char board_js[] = {
#embed "board.js"
};
static const unsigned char icon_svg[] = {
#embed "icon.svg"
};
static const unsigned char site_css[] = {
#embed "site.css"
};
static const unsigned char site_js[] = {
#embed "site.js"
};
static const unsigned char templates_accessibility_mustache[] = {
#embed "templates/accessibility.mustache"
};
static const unsigned char templates_account_mustache[] = {
#embed "templates/account.mustache"
};
static const unsigned char templates_acts_mustache[] = {
#embed "templates/acts.mustache"
};
static const unsigned char templates_advisories_mustache[] = {
#embed "templates/advisories.mustache"
};
static const unsigned char templates_advisory_edit_mustache[] = {
#embed "templates/advisory-edit.mustache"
};
static const unsigned char templates_advisory_told_mustache[] = {
#embed "templates/advisory-told.mustache"
};
static const unsigned char templates_answers_mustache[] = {
#embed "templates/answers.mustache"
};
static const unsigned char templates_batch_mustache[] = {
#embed "templates/batch.mustache"
};
static const unsigned char templates_cancel_mustache[] = {
#embed "templates/cancel.mustache"
};
static const unsigned char templates_counter_mustache[] = {
#embed "templates/counter.mustache"
};
static const unsigned char templates_csrf_mustache[] = {
#embed "templates/csrf.mustache"
};
static const unsigned char templates_deliveries_mustache[] = {
#embed "templates/deliveries.mustache"
};
static const unsigned char templates_document_mustache[] = {
#embed "templates/document.mustache"
};
static const unsigned char templates_draft_mustache[] = {
#embed "templates/draft.mustache"
};
static const unsigned char templates_errors_mustache[] = {
#embed "templates/errors.mustache"
};
static const unsigned char templates_field_mustache[] = {
#embed "templates/field.mustache"
};
static const unsigned char templates_goods_mustache[] = {
#embed "templates/goods.mustache"
};
static const unsigned char templates_home_mustache[] = {
#embed "templates/home.mustache"
};
static const unsigned char templates_item_mustache[] = {
#embed "templates/item.mustache"
};
static const unsigned char templates_items_mustache[] = {
#embed "templates/items.mustache"
};
static const unsigned char templates_journal_mustache[] = {
#embed "templates/journal.mustache"
};
static const unsigned char templates_keys_mustache[] = {
#embed "templates/keys.mustache"
};
static const unsigned char templates_lane_change_mustache[] = {
#embed "templates/lane-change.mustache"
};
static const unsigned char templates_lane_forecast_mustache[] = {
#embed "templates/lane-forecast.mustache"
};
static const unsigned char templates_lane_history_mustache[] = {
#embed "templates/lane-history.mustache"
};
static const unsigned char templates_lane_plans_mustache[] = {
#embed "templates/lane-plans.mustache"
};
static const unsigned char templates_lane_release_mustache[] = {
#embed "templates/lane-release.mustache"
};
static const unsigned char templates_lane_releases_mustache[] = {
#embed "templates/lane-releases.mustache"
};
static const unsigned char templates_lane_proposal_mustache[] = {
#embed "templates/lane-proposal.mustache"
};
static const unsigned char templates_lanes_mustache[] = {
#embed "templates/lanes.mustache"
};
static const unsigned char templates_layout_mustache[] = {
#embed "templates/layout.mustache"
};
static const unsigned char templates_live_mustache[] = {
#embed "templates/live.mustache"
};
static const unsigned char templates_lodged_mustache[] = {
#embed "templates/lodged.mustache"
};
static const unsigned char templates_problem_mustache[] = {
#embed "templates/problem.mustache"
};
static const unsigned char templates_prose_part_mustache[] = {
#embed "templates/prose-part.mustache"
};
static const unsigned char templates_prose_piece_mustache[] = {
#embed "templates/prose-piece.mustache"
};
static const unsigned char templates_prose_mustache[] = {
#embed "templates/prose.mustache"
};
static const unsigned char templates_question_mustache[] = {
#embed "templates/question.mustache"
};
static const unsigned char templates_request_mustache[] = {
#embed "templates/request.mustache"
};
static const unsigned char templates_requests_mustache[] = {
#embed "templates/requests.mustache"
};
static const unsigned char templates_scanner_mustache[] = {
#embed "templates/scanner.mustache"
};
static const unsigned char templates_send_start_mustache[] = {
#embed "templates/send-start.mustache"
};
static const unsigned char templates_set_up_mustache[] = {
#embed "templates/set-up.mustache"
};
static const unsigned char templates_sign_in_mustache[] = {
#embed "templates/sign-in.mustache"
};
static const unsigned char templates_site_advisory_mustache[] = {
#embed "templates/site-advisory.mustache"
};
static const unsigned char templates_site_index_mustache[] = {
#embed "templates/site-index.mustache"
};
static const unsigned char templates_site_layout_mustache[] = {
#embed "templates/site-layout.mustache"
};
static const unsigned char templates_site_past_mustache[] = {
#embed "templates/site-past.mustache"
};
static const unsigned char templates_site_start_mustache[] = {
#embed "templates/site-start.mustache"
};
static const unsigned char templates_staff_mustache[] = {
#embed "templates/staff.mustache"
};
static const unsigned char templates_status_advisory_mustache[] = {
#embed "templates/status-advisory.mustache"
};
static const unsigned char templates_status_body_mustache[] = {
#embed "templates/status-body.mustache"
};
static const unsigned char templates_status_items_mustache[] = {
#embed "templates/status-items.mustache"
};
static const unsigned char templates_status_news_mustache[] = {
#embed "templates/status-news.mustache"
};
static const unsigned char templates_status_notice_mustache[] = {
#embed "templates/status-notice.mustache"
};
static const unsigned char templates_status_past_mustache[] = {
#embed "templates/status-past.mustache"
};
static const unsigned char templates_status_mustache[] = {
#embed "templates/status.mustache"
};
static const unsigned char templates_tasks_mustache[] = {
#embed "templates/tasks.mustache"
};
static const unsigned char templates_upload_mustache[] = {
#embed "templates/upload.mustache"
};
static const unsigned char templates_webhooks_mustache[] = {
#embed "templates/webhooks.mustache"
};
static const unsigned char templates_weighed_mustache[] = {
#embed "templates/weighed.mustache"
};
static const unsigned char words_de_txt[] = {
#embed "words/de.txt"
};
static const unsigned char words_en_txt[] = {
#embed "words/en.txt"
};
static const unsigned char words_fr_txt[] = {
#embed "words/fr.txt"
};
static const unsigned char words_it_txt[] = {
#embed "words/it.txt"
};
static const unsigned char words_nl_txt[] = {
#embed "words/nl.txt"
};

static const struct web_asset assets[] = {
    {"style.css", style_css, sizeof style_css},
    {"script.js", script_js, sizeof script_js},
    {"live.js", live_js, sizeof live_js},
    {"board.js", board_js, sizeof board_js},
    {"icon.svg", icon_svg, sizeof icon_svg},
    {"site.css", site_css, sizeof site_css},
    {"site.js", site_js, sizeof site_js},
    {"templates/accessibility.mustache", templates_accessibility_mustache, sizeof templates_accessibility_mustache},
    {"templates/account.mustache", templates_account_mustache, sizeof templates_account_mustache},
    {"templates/acts.mustache", templates_acts_mustache, sizeof templates_acts_mustache},
    {"templates/advisories.mustache", templates_advisories_mustache, sizeof templates_advisories_mustache},
    {"templates/advisory-edit.mustache", templates_advisory_edit_mustache, sizeof templates_advisory_edit_mustache},
    {"templates/advisory-told.mustache", templates_advisory_told_mustache, sizeof templates_advisory_told_mustache},
    {"templates/answers.mustache", templates_answers_mustache, sizeof templates_answers_mustache},
    {"templates/batch.mustache", templates_batch_mustache, sizeof templates_batch_mustache},
    {"templates/cancel.mustache", templates_cancel_mustache, sizeof templates_cancel_mustache},
    {"templates/counter.mustache", templates_counter_mustache, sizeof templates_counter_mustache},
    {"templates/csrf.mustache", templates_csrf_mustache, sizeof templates_csrf_mustache},
    {"templates/deliveries.mustache", templates_deliveries_mustache, sizeof templates_deliveries_mustache},
    {"templates/document.mustache", templates_document_mustache, sizeof templates_document_mustache},
    {"templates/draft.mustache", templates_draft_mustache, sizeof templates_draft_mustache},
    {"templates/errors.mustache", templates_errors_mustache, sizeof templates_errors_mustache},
    {"templates/field.mustache", templates_field_mustache, sizeof templates_field_mustache},
    {"templates/goods.mustache", templates_goods_mustache, sizeof templates_goods_mustache},
    {"templates/home.mustache", templates_home_mustache, sizeof templates_home_mustache},
    {"templates/item.mustache", templates_item_mustache, sizeof templates_item_mustache},
    {"templates/items.mustache", templates_items_mustache, sizeof templates_items_mustache},
    {"templates/journal.mustache", templates_journal_mustache, sizeof templates_journal_mustache},
    {"templates/keys.mustache", templates_keys_mustache, sizeof templates_keys_mustache},
    {"templates/lane-change.mustache", templates_lane_change_mustache, sizeof templates_lane_change_mustache},
    {"templates/lane-forecast.mustache", templates_lane_forecast_mustache, sizeof templates_lane_forecast_mustache},
    {"templates/lane-history.mustache", templates_lane_history_mustache, sizeof templates_lane_history_mustache},
    {"templates/lane-plans.mustache", templates_lane_plans_mustache, sizeof templates_lane_plans_mustache},
    {"templates/lane-release.mustache", templates_lane_release_mustache, sizeof templates_lane_release_mustache},
    {"templates/lane-releases.mustache", templates_lane_releases_mustache, sizeof templates_lane_releases_mustache},
    {"templates/lane-proposal.mustache", templates_lane_proposal_mustache, sizeof templates_lane_proposal_mustache},
    {"templates/lanes.mustache", templates_lanes_mustache, sizeof templates_lanes_mustache},
    {"templates/layout.mustache", templates_layout_mustache, sizeof templates_layout_mustache},
    {"templates/live.mustache", templates_live_mustache, sizeof templates_live_mustache},
    {"templates/lodged.mustache", templates_lodged_mustache, sizeof templates_lodged_mustache},
    {"templates/problem.mustache", templates_problem_mustache, sizeof templates_problem_mustache},
    {"templates/prose-part.mustache", templates_prose_part_mustache, sizeof templates_prose_part_mustache},
    {"templates/prose-piece.mustache", templates_prose_piece_mustache, sizeof templates_prose_piece_mustache},
    {"templates/prose.mustache", templates_prose_mustache, sizeof templates_prose_mustache},
    {"templates/question.mustache", templates_question_mustache, sizeof templates_question_mustache},
    {"templates/request.mustache", templates_request_mustache, sizeof templates_request_mustache},
    {"templates/requests.mustache", templates_requests_mustache, sizeof templates_requests_mustache},
    {"templates/scanner.mustache", templates_scanner_mustache, sizeof templates_scanner_mustache},
    {"templates/send-start.mustache", templates_send_start_mustache, sizeof templates_send_start_mustache},
    {"templates/set-up.mustache", templates_set_up_mustache, sizeof templates_set_up_mustache},
    {"templates/sign-in.mustache", templates_sign_in_mustache, sizeof templates_sign_in_mustache},
    {"templates/site-advisory.mustache", templates_site_advisory_mustache, sizeof templates_site_advisory_mustache},
    {"templates/site-index.mustache", templates_site_index_mustache, sizeof templates_site_index_mustache},
    {"templates/site-layout.mustache", templates_site_layout_mustache, sizeof templates_site_layout_mustache},
    {"templates/site-past.mustache", templates_site_past_mustache, sizeof templates_site_past_mustache},
    {"templates/site-start.mustache", templates_site_start_mustache, sizeof templates_site_start_mustache},
    {"templates/staff.mustache", templates_staff_mustache, sizeof templates_staff_mustache},
    {"templates/status-advisory.mustache", templates_status_advisory_mustache, sizeof templates_status_advisory_mustache},
    {"templates/status-body.mustache", templates_status_body_mustache, sizeof templates_status_body_mustache},
    {"templates/status-items.mustache", templates_status_items_mustache, sizeof templates_status_items_mustache},
    {"templates/status-news.mustache", templates_status_news_mustache, sizeof templates_status_news_mustache},
    {"templates/status-notice.mustache", templates_status_notice_mustache, sizeof templates_status_notice_mustache},
    {"templates/status-past.mustache", templates_status_past_mustache, sizeof templates_status_past_mustache},
    {"templates/status.mustache", templates_status_mustache, sizeof templates_status_mustache},
    {"templates/tasks.mustache", templates_tasks_mustache, sizeof templates_tasks_mustache},
    {"templates/upload.mustache", templates_upload_mustache, sizeof templates_upload_mustache},
    {"templates/webhooks.mustache", templates_webhooks_mustache, sizeof templates_webhooks_mustache},
    {"templates/weighed.mustache", templates_weighed_mustache, sizeof templates_weighed_mustache},
    {"words/de.txt", words_de_txt, sizeof words_de_txt},
    {"words/en.txt", words_en_txt, sizeof words_en_txt},
    {"words/fr.txt", words_fr_txt, sizeof words_fr_txt},
    {"words/it.txt", words_it_txt, sizeof words_it_txt},
    {"words/nl.txt", words_nl_txt, sizeof words_nl_txt},
};

const struct web_asset *web_asset_at(int index) {
    const int count = sizeof assets / sizeof *assets;
    return index >= 0 && index < count ? &assets[index] : NULL;
}
