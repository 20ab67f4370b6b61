package onegrid.local;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the terminal reads. */
record Console(PrintStream out) implements Progress {
    @Override
    public void ready(String part, double seconds) {
        line("  %-20s ready 就绪  %5.1f s", part, seconds);
    }

    @Override
    public void note(String text) {
        line("  %s", text);
    }

    synchronized void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    void addresses(Stack stack) {
        var urls = StackFile.urls(stack);
        line("");
        line("  Portal   居民端    %s", urls.get("portal"));
        line("  Desk     工作台    %s", urls.get("desk"));
        line("  Centre   指挥中心  %s", urls.get("centre"));
        line("  Keycloak 登录服务  %s", urls.get("keycloak"));
    }

    void accounts(boolean everyone) {
        line("");
        line("  Sample accounts, one per post, nobody real behind them; password of each: %s", Accounts.PASSWORD);
        line("  示例账号（按岗位，非真人），密码均为 %s", Accounts.PASSWORD);
        line("");
        line("  %-26s %-22s %s", "account 账号", "grids 网格范围", "post 岗位");
        out.print(Accounts.load().table(everyone));
        if (!everyone) {
            line("  … `./onegrid accounts` lists all of them 全部账号");
        }
    }

    void status(Stack stack) {
        for (var part : stack.parts()) {
            if (part.alive()) {
                line(
                        "  %-20s runs 运行中  process %-8d %5d MB  %s",
                        part.name(), part.pid(), part.residentBytes() >> 20, part.log());
            } else {
                line("  %-20s stopped 未运行", part.name());
            }
        }
        line("  %-20s %d MB in all", "", stack.residentBytes() >> 20);
    }
}
