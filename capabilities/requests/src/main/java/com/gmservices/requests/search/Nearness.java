package com.gmservices.requests.search;

import static java.lang.Math.min;

/** How far a typed word is from another: letters that are missing, too many, wrong or swapped with the next. */
public final class Nearness {

    private static final int LONG = 6;

    private Nearness() {}

    /** One slip in a short word, two in a longer one; the typed word may stop before the other's end. */
    public static boolean isNear(String typed, String word) {
        int most = typed.length() < LONG ? 1 : 2;
        return slips(typed, word) <= most
                || (word.length() > typed.length() + most && slips(typed, word.substring(0, typed.length())) < most);
    }

    /** Optimal string alignment. */
    public static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(one, other, i, j, cost);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] cost) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = min(min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + wrong);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
