name "staging"
description "Before production"
cookbook_versions({
  "app" => "~> 1.2",
  "nginx" => "= 7.0.0",
})
cookbook "apt", ">= 7.0"
default_attributes :app => { :debug => true, :url => "http://staging.example.org" }
override_attributes "app" => { "replicas" => 1 + 1 }
