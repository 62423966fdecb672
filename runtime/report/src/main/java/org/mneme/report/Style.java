package org.mneme.report;

import java.util.List;

/**
 * Colours and fonts. The series colours are Okabe and Ito's, which the colour-blind can tell apart, darkened or lightened to stand out
 * from the page.
 */
final class Style {
    private static final String FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif";
    private static final Palette LIGHT = new Palette(
            "#ffffff",
            "#1c2024",
            "#59626a",
            "#dde1e4",
            "#f3f5f6",
            "#e2a100",
            "#00704f",
            "#b03a00",
            List.of("#0072b2", "#d55e00", "#00916a", "#a8508a", "#8a6d00"));
    private static final Palette DARK = new Palette(
            "#14171a",
            "#e8ebed",
            "#a3acb3",
            "#31383d",
            "#1f2428",
            "#d55e00",
            "#4fd3a5",
            "#ff9a63",
            List.of("#56b4e9", "#f08a3c", "#35c79b", "#d99ac3", "#e0c04c"));
    private static final String DARK_SCREEN = "@media screen and (prefers-color-scheme:dark){";

    private Style() {}

    /** Colours: of the page, text, less important text, grid lines, boxes, negative spikes, what is right, what is wrong, and of series. */
    private record Palette(
            String page,
            String ink,
            String soft,
            String line,
            String fill,
            String minus,
            String good,
            String bad,
            List<String> series) {
        /** The drawings' colours; no variables, which not every reader of SVG knows. */
        String rules() {
            StringBuilder css = new StringBuilder(
                    ".plot text{fill:" + ink + "}.plot .soft{fill:" + soft + "}.plot .page{fill:" + page
                            + "}.plot .grid{stroke:" + line + "}.plot .axis{stroke:" + soft + "}.plot .box{fill:"
                            + fill + ";stroke:" + soft + "}.plot .ink{stroke:" + ink + "}.plot .head{fill:" + soft
                            + "}.plot .bad{stroke:" + bad
                            + "}.plot text.bad{fill:" + bad + ";stroke:" + page + "}.plot .band{fill:" + soft
                            + "}.plot .minus{stroke:" + minus + "}");
            for (int c = 0; c < series.size(); c++) {
                css.append(colour(c, series.get(c)));
            }
            return css + colour(series.size(), ink) + ".plot .hollow{fill:" + page + "}";
        }

        private static String colour(int c, String value) {
            return ".plot .c" + c + "{stroke:" + value + ";color:" + value + "}";
        }

        String variables() {
            return ":root{--page:" + page + ";--ink:" + ink + ";--soft:" + soft + ";--line:" + line + ";--fill:" + fill
                    + ";--good:" + good + ";--bad:" + bad + ";--link:" + series.getFirst() + "}";
        }
    }

    /** How many series colours there are: classes c0, c1, … */
    static int series() {
        return LIGHT.series().size();
    }

    /** How many colours charts have: those of series, and that of the text. */
    static int chartColours() {
        return series() + 1;
    }

    /**
     * Returns the rules that drawings need.
     *
     * @return CSS
     */
    static String drawing() {
        return ".plot{font:13px " + FONT
                + "}.plot .strong{font-weight:600}.plot .grid,.plot .axis{stroke-width:1;fill:none}"
                + ".plot .box{stroke-width:1}.plot .curve{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}"
                + ".plot .thin{stroke-width:1.2}.plot .wide{stroke-width:6;opacity:.35}.plot .bold{stroke-width:3;stroke-linecap:butt}"
                + ".plot .dash{stroke-dasharray:4 4;stroke-width:1.2;fill:none}"
                + ".plot text.bad{stroke-width:4;paint-order:stroke}.plot .band{opacity:.3}.plot .over{opacity:.75}"
                + ".plot .dots{fill:none;stroke-linecap:round}.plot .small{stroke-width:4}.plot .large{stroke-width:6.5}"
                + ".plot .spikes{fill:none}.plot .some{opacity:.55}.plot .few{opacity:.22}"
                + ".plot .full{fill:currentColor}.plot .full,.plot .hollow{stroke-width:1.6;stroke-linejoin:round}"
                + ".plot .wrong{fill:none;stroke-width:1}.plot .bar{fill:none;stroke-width:1.3}.plot .area{fill:currentColor;stroke:none;opacity:.2}"
                + ".plot .l1{stroke-dasharray:12 5}.plot .l2{stroke-dasharray:12 5 2 5}.plot .l3{stroke-dasharray:1 5}"
                + ".plot .l4{stroke-dasharray:6 5}.plot .l5{stroke-dasharray:16 5 2 5 2 5}"
                + ".plot .bound{fill:none;stroke-width:1.5}.plot .b0{stroke-dasharray:4 4}"
                + ".plot .b1{stroke-dasharray:2 3}.plot .b2{stroke-dasharray:8 3 2 3}"
                + LIGHT.rules() + DARK_SCREEN + DARK.rules() + "}";
    }

    /**
     * Returns the rules of the page.
     *
     * @return CSS
     */
    static String page() {
        return LIGHT.variables() + DARK_SCREEN + DARK.variables() + "}" + drawing()
                + ":root{color-scheme:light dark}*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}"
                + "body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 " + FONT + "}"
                + "main{max-width:61.25rem;margin:0 auto;padding:2rem 1.25rem 4rem}"
                + "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem;overflow-wrap:anywhere}"
                + "h2{font-size:1.2rem;margin:2.6rem 0 .6rem}h3{font-size:1rem;margin:1.4rem 0 .4rem}p{margin:.4rem 0;max-width:46rem}"
                + ".soft,figcaption,.links{color:var(--soft)}"
                + ".eyebrow{color:var(--soft);font-size:.875rem;margin:0 0 .4rem}"
                + ".verdict{display:flex;gap:.7rem;align-items:baseline;font-size:1.25rem;font-weight:600;margin:1rem 0 .4rem}"
                + ".verdict.yes{color:var(--good)}.verdict.no,.mistakes{color:var(--bad)}ul{padding-left:1.2rem;margin:.4rem 0}"
                + "figure{margin:0}.scroll{overflow-x:auto}.plot{display:block;max-width:100%;height:auto}"
                + "figcaption{font-size:.92rem;max-width:46rem;margin-top:.3rem}"
                + "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.92rem;margin:.6rem 0}"
                + "th,td{text-align:left;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}"
                + "th{font-weight:600}th[scope=row]{width:14rem}td{overflow-wrap:anywhere}td.n,th.n{text-align:right;padding-right:0;white-space:nowrap}"
                + ".tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.2rem,1fr));gap:.6rem;margin:1.2rem 0}"
                + ".tiles div{background:var(--fill);border-radius:6px;padding:.6rem .8rem}"
                + ".tiles b{display:block;font-size:1.2rem;font-variant-numeric:tabular-nums}.tiles span{color:var(--soft);font-size:.85rem}"
                + ".numbers td.n,.numbers th.n{padding-right:.8rem}details{margin:.4rem 0}summary{cursor:pointer;font-size:.875rem;color:var(--soft)}"
                + "a{color:var(--link)}summary:focus-visible,a:focus-visible,.scroll:focus-visible,input:focus-visible{outline:2px solid var(--link);outline-offset:2px}"
                + ".links{font-size:.875rem}.links a,.links span{margin-right:1.2rem}"
                + ".reader{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:center;font-size:.92rem;margin:.4rem 0}"
                + ".reader input{flex:1 1 16rem;margin:0;min-width:0}.reader output{flex:1 1 24rem;font-variant-numeric:tabular-nums}"
                + "@media(max-width:46rem){main{padding:1.2rem 1rem 3rem}.scroll .plot{max-width:none;width:44rem}"
                + "#plot-drawing .plot{max-width:100%;width:auto;font-size:26px}.scroll table:has(thead){min-width:34rem}th[scope=row]{width:7.5rem}}"
                + "@media print{.links,.reader,details:not([open]){display:none}h2,figure{break-inside:avoid}h2{break-after:avoid}}";
    }
}
