package com.gmservices.automotive;

enum Fuel {
    PETROL,
    DIESEL,
    HYBRID,
    ELECTRIC,
    GAS
}
