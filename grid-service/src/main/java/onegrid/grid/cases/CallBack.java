package onegrid.grid.cases;

/**
 * One call to a reporter after the closing (回访). Only an answered one counts for 解决率 and 满意率.
 *
 * @param solved of an answered call, else null
 * @param score 1 (bad) to 5; of an answered call, else null
 */
record CallBack(Result result, Boolean solved, Integer score, String words) {
    enum Result {
        VALID("已接通"),
        NO_ANSWER("无人接听"),
        DECLINED("不愿评价");

        private final String title;

        Result(String title) {
            this.title = title;
        }
    }

    String inWords(int triesLeft) {
        return switch (result) {
            case VALID -> "回访：" + (solved ? "已解决，" : "未解决，") + score + "分";
            case NO_ANSWER -> "回访：" + result.title + "，还可再试" + triesLeft + "次";
            case DECLINED -> "回访：" + result.title;
        };
    }
}
