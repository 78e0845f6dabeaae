package com.gmservices.demo;

/** Tells itself only in an empty database, and other tests may have been in this one before. */
public final class Demonstration {

    private Demonstration() {}

    public static void isTold(Demo demo) throws InterruptedException {
        demo.watch();
        demo.open();
        demo.watch();
    }
}
