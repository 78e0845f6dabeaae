package com.gmservices;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedConfigurationBeanNameGenerator;

@SpringBootApplication(nameGenerator = FullyQualifiedConfigurationBeanNameGenerator.class)
class TestApplication {}
