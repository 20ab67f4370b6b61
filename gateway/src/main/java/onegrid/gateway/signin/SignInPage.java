package onegrid.gateway.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What somebody reads who cannot be signed in right now. Plain, since the pages' own code may not be there yet. */
enum SignInPage {
    AWAY(
            503,
            "登录服务暂时不可用",
            "登录服务正在启动或维护，请过一会儿再试。上报和查询不需要登录，可以照常使用。",
            "Sign-in is starting or away. Try again in a moment; reporting and tracking work without it."),
    NOT_FINISHED(401, "登录没有完成", "登录被取消或已超时，请重新登录。", "Sign-in was cancelled or took too long. Please start again.");

    private final int status;
    private final String title;
    private final String text;
    private final String english;

    SignInPage(int status, String title, String text, String english) {
        this.status = status;
        this.title = title;
        this.text = text;
        this.english = english;
    }

    void send(RoutingContext ctx) {
        if (ctx.response().ended()) {
            return;
        }
        if (status == 503) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end("""
                        <!doctype html><html lang="zh-CN"><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
                        <style>body{font:16px/1.7 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}
                        a{display:inline-block;margin-right:1.5rem;padding:.5rem 0;color:#0b57d0}</style>
                        <main><h1>%s</h1><p>%s</p><p lang="en">%s</p>
                        <p><a href="/login?to=%%2Fdesk">重新登录 · Sign in</a><a href="/">回到首页 · Home</a></p></main></html>
                        """.formatted(title, title, text, english));
    }
}
