// swift-tools-version: 6.2
import PackageDescription

/// The upcoming language features and the strictness that every Swift target of the package shares.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .treatAllWarnings(as: .error),
]

/// A Swift module of the folder `Sources/<folder>/<name>`.
func module(
  _ name: String, in folder: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(folder)/\(name)", exclude: exclude,
    swiftSettings: strict, plugins: plugins)
}

/// A thin module map over a C library of the system.
func systemLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// The tests of one module; `Support` carries what suites share.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["Support"], path: "Tests/\(name)Tests",
    swiftSettings: strict)
}

/// A parser under libFuzzer; its folder is `Tests/FuzzTargets/<name>`.
func fuzzTarget(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "Fuzz\(name)", dependencies: dependencies + ["FuzzDriver"], path: "Tests/FuzzTargets/\(name)",
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "ovenproof",
  products: [.executable(name: "ovenproof", targets: ["ovenproof"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    systemLibrary("CLibYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    systemLibrary("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    systemLibrary("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
    .target(
      name: "CRE2", path: "Sources/C/CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CLinux", path: "Sources/C/CLinux"),
    .systemLibrary(name: "CStack", path: "Sources/C/CStack"),

    module("Source", in: "Foundations", ["CStack"]),
    module("RegularExpressions", in: "Foundations", ["CRE2"]),
    module("Diagnostics", in: "Foundations", ["Source"]),
    module("Host", in: "Foundations", ["Source", "CLinux", subprocess, system]),

    module("DataSyntax", in: "Syntax", ["Source", "Diagnostics", "CLibYAML"]),
    module("Matching", in: "Syntax", ["Source", "RegularExpressions", "Diagnostics", "DataSyntax"]),

    module("ShellSyntax", in: "Syntax", ["Source"]),

    module("GoTemplate", in: "Syntax", ["Source"]),
    module(
      "Sprig", in: "Syntax",
      ["Source", "RegularExpressions", "DataSyntax", "Matching", "GoTemplate", crypto]),
    module("RubySyntax", in: "Syntax", ["Source"]),

    module(
      "Packer", in: "Models",
      ["Source", "Diagnostics", "Host", "RegularExpressions", "DataSyntax", "GoTemplate"]),

    module(
      "RubyEvaluation", in: "Models", ["Source", "RegularExpressions", "DataSyntax", "RubySyntax"]),
    module(
      "Chef", in: "Models",
      ["Source", "Diagnostics", "Host", "DataSyntax", "RubySyntax", "RubyEvaluation"]),
    module("Puppet", in: "Models", ["Host"]),
    module("Ansible", in: "Models", ["Source", "Diagnostics", "Host", "DataSyntax"]),
    module(
      "Project", in: "Models",
      [
        "Source", "RegularExpressions", "Diagnostics", "Host", "DataSyntax", "ShellSyntax", "RubySyntax",
        "Packer", "Chef", "Puppet",
        "Ansible",
        crypto,
      ]),

    module(
      "Image", in: "Containers",
      ["Source", "Diagnostics", "Host", "DataSyntax", "CZlib", "CZstd", crypto]),
    module("Observation", in: "Containers", ["Source", "DataSyntax"]),
    module("Engine", in: "Containers", ["Source", "Host", "DataSyntax", "Image", "Observation", "CLinux"]),

    module(
      "Plan", in: "Planning",
      ["Source", "Diagnostics", "Host", "DataSyntax", "ShellSyntax", "Packer", "Chef", "Project"]),
    module(
      "Expectation", in: "Planning",
      [
        "Source", "RegularExpressions", "Diagnostics", "DataSyntax", "Matching", "Image", "Observation",
        "CSQLite",
      ]),
    module(
      "StructureTest", in: "Planning",
      [
        "Source", "RegularExpressions", "Diagnostics", "DataSyntax", "Matching", "Image", "Observation",
        "Expectation",
      ]),
    module(
      "Goss", in: "Planning",
      [
        "Source", "RegularExpressions", "Diagnostics", "Host", "DataSyntax", "Matching", "GoTemplate",
        "Sprig",
        "Image", "Observation", "Expectation", crypto,
      ]),
    module(
      "Drafting", in: "Planning",
      [
        "Source", "RegularExpressions", "Diagnostics", "Host", "DataSyntax", "RubySyntax", "Image",
        "Expectation",
        "StructureTest", "Goss",
      ]),
    module(
      "Prediction", in: "Planning",
      [
        "Source", "Matching", "ShellSyntax", "Packer", "Chef", "Project", "Image", "Plan", "Expectation",
      ]),

    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/EmbedRules/Plugin"),
    .executableTarget(
      name: "embed-rules", dependencies: ["Source", "Diagnostics", "DataSyntax"],
      path: "Sources/EmbedRules/Tool",
      swiftSettings: strict),
    // The links in its folder make a new page or schema plan the build anew: only targets' folders are watched.
    module(
      "RuleCatalog", in: "Linting", ["Source", "Diagnostics"], exclude: ["rules", "schemas"],
      plugins: ["EmbedRules"]),
    module(
      "Lint", in: "Linting",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "Matching", "Sprig", "Packer", "Chef", "Project",
        "Image", "Plan",
        "Expectation", "Goss", "Drafting", "Prediction", "RuleCatalog",
      ]),
    module(
      "Rules", in: "Linting",
      [
        "Source", "RegularExpressions", "Diagnostics", "DataSyntax", "Matching", "GoTemplate", "ShellSyntax",
        "RubySyntax", "Packer", "Chef", "Project", "Image", "Plan", "Expectation", "Drafting", "Prediction",
        "RuleCatalog", "Lint",
      ]),

    module(
      "Baking", in: "Execution",
      ["Source", "Diagnostics", "Host", "DataSyntax", "Packer", "Project", "Image", "Engine", "Plan", crypto]),
    module(
      "Verification", in: "Execution",
      ["Source", "Host", "Matching", "Image", "Observation", "Engine", "Expectation"]),

    module(
      "Report", in: "Reporting",
      [
        "Source", "Diagnostics", "DataSyntax", "Packer", "Chef", "Project", "Image", "Plan", "Expectation",
        "RuleCatalog", "Baking",
      ]),

    .executableTarget(
      name: "ovenproof",
      dependencies: [
        "Source", "Diagnostics", "Host", "DataSyntax", "Packer", "Chef", "Project", "Image", "Observation",
        "Engine", "Plan", "RubySyntax", "Sprig", "Expectation", "StructureTest", "Goss", "Drafting",
        "Prediction", "RuleCatalog", "Lint", "Rules", "Baking", "Verification", "Report", argumentParser,
      ],
      path: "Sources/ovenproof", swiftSettings: strict),

    .target(
      name: "Support", dependencies: ["Source", "Host", "DataSyntax", "Image"], path: "Tests/Support",
      swiftSettings: strict),
    tests("Diagnostics", ["Diagnostics"]),
    tests("Host", ["Host"]),
    tests("DataSyntax", ["Source", "Diagnostics", "DataSyntax"]),
    tests("Matching", ["Source", "Diagnostics", "Host", "DataSyntax", "Matching"]),
    tests("Packer", ["Source", "Diagnostics", "Host", "DataSyntax", "Packer"]),
    tests("GoTemplate", ["Source", "Host", "DataSyntax", "GoTemplate"]),
    tests("Sprig", ["Source", "Host", "DataSyntax", "GoTemplate", "Sprig"]),
    tests("RubySyntax", ["Source", "Host", "RubySyntax"]),
    tests("RubyEvaluation", ["Source", "Host", "RubySyntax", "RubyEvaluation"]),
    tests("ShellSyntax", ["ShellSyntax", "Source"]),
    tests(
      "Chef",
      ["Chef", "Report", "Host", "Source", "Diagnostics", "DataSyntax", "RubySyntax", "RubyEvaluation"]),
    tests(
      "Project",
      ["Project", "Packer", "Chef", "Ansible", "Puppet", "ShellSyntax", "RuleCatalog", "Host", "Source"]),
    .target(
      name: "PlanSupport",
      dependencies: ["Source", "Host", "DataSyntax", "Packer", "Project", "Plan", "RuleCatalog", "Support"],
      path: "Tests/PlanSupport", swiftSettings: strict),
    tests(
      "Plan", ["Plan", "Project", "Packer", "RuleCatalog", "DataSyntax", "Host", "Source", "PlanSupport"]),
    tests("Image", ["Source", "Host", "DataSyntax", "Image"]),
    tests("Observation", ["Source", "DataSyntax", "Observation"]),
    tests("Engine", ["Source", "Host", "DataSyntax", "Image", "Observation", "Engine", "CLinux"]),
    tests(
      "Expectation",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "Sprig", "Image", "Observation", "Expectation", "Goss",
        "Drafting",
      ]),
    tests(
      "StructureTest",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "Image", "Observation", "Expectation", "StructureTest",
      ]),
    tests(
      "Goss",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "Sprig", "Image", "Observation", "Expectation",
        "Goss", "Drafting", "Report",
      ]),
    tests(
      "Drafting",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "RubySyntax", "Sprig", "Image", "Expectation",
        "StructureTest",
        "Goss",
        "Drafting",
      ]),
    tests("RuleCatalog", ["RuleCatalog", "Source", "Diagnostics"]),
    tests(
      "Lint", ["Source", "Diagnostics", "Host", "DataSyntax", "Packer", "Project", "RuleCatalog", "Lint"]),
    tests(
      "Rules",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "Packer", "Expectation", "RuleCatalog", "Lint",
        "Rules", "Report",
      ]),
    tests("Baking", ["Source", "Host", "Packer", "Image", "Engine", "Plan", "Baking", "PlanSupport"]),
    tests(
      "Verification", ["Source", "Host", "Image", "Observation", "Engine", "Expectation", "Verification"]),
    tests(
      "Report",
      [
        "Source", "Diagnostics", "Host", "DataSyntax", "Packer", "Engine", "Plan", "Expectation", "Baking",
        "Report",
      ]),
    tests("Command", ["Source", "Diagnostics", "Host", "DataSyntax", "RuleCatalog"]),
    tests("Shape", ["Diagnostics", "Host", "RuleCatalog"]),
  ],
  cxxLanguageStandard: .cxx17
)

// `make fuzz` builds the parsers alone: libFuzzer wants to be linked into every program of a package.
if Context.environment["OVENPROOF_FUZZ"] != nil {
  let parsers = [
    "CLibYAML", "CRE2", "CStack", "Source", "RegularExpressions", "Diagnostics", "DataSyntax", "GoTemplate",
    "RubySyntax", "ShellSyntax", "RubyEvaluation",
  ]
  package.products = []
  package.dependencies = []
  package.targets =
    package.targets.filter { parsers.contains($0.name) } + [
      .systemLibrary(name: "CFuzzer", path: "Tests/FuzzTargets/CFuzzer"),
      .target(
        name: "FuzzDriver", dependencies: ["CFuzzer"], path: "Tests/FuzzTargets/Driver", swiftSettings: strict
      ),
      fuzzTarget("JSON", ["Source", "Diagnostics", "DataSyntax"]),
      fuzzTarget("YAML", ["Source", "Diagnostics", "DataSyntax"]),
      fuzzTarget("TOML", ["DataSyntax"]),
      fuzzTarget("INI", ["DataSyntax"]),
      fuzzTarget("XML", ["DataSyntax"]),
      fuzzTarget("GoTemplate", ["Source", "GoTemplate"]),
      fuzzTarget("Ruby", ["Source", "RubySyntax"]),
      fuzzTarget("RubyTemplate", ["Source", "RubySyntax"]),
      fuzzTarget("RubyEvaluation", ["Source", "RubySyntax", "RubyEvaluation"]),
      fuzzTarget("Shell", ["Source", "ShellSyntax"]),
    ]
}
