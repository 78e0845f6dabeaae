package com.gmservices.payments;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;

record Person(Member member, IdentityId identity) {}
