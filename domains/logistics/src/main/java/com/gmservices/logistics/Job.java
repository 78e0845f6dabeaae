package com.gmservices.logistics;

/** What a logistics business is asked to do. */
sealed interface Job permits PackageDelivery, SupplyChain, InventoryTracking, RouteOptimization {}
