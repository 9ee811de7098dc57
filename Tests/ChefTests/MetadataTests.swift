import Chef
import Source
import Testing

struct MetadataTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    /// The dependencies that are read, in their order.
    let depends: [String]
    let faults: [String]

    init(_ text: String, depends: [String] = [], faults: [String] = []) {
      self.text = text
      self.depends = depends
      self.faults = faults
    }

    var testDescription: String { text }
  }

  private static let ruby = [
    Example("name 'app'\ndepends 'b'\ndepends 'a', '~> 1.2'\n", depends: ["a ~> 1.2", "b >= 0.0.0"]),
    Example("name 'app'\n%w(b a).each { |x| depends x, '= 1' }\n", depends: ["a = 1", "b = 1"]),
    Example("name 'app'\n{ 'a' => '> 1.0' }.each do |n, v|\n  depends n, v\nend\n", depends: ["a > 1.0"]),
    Example("name 'app'\ndepends 'a', '< 1'\ndepends 'a', '>= 1'\n", depends: ["a >= 1"]),
    Example("name 'app'\nv = '1.0'\ndepends 'a', \"~> #{v}\"\n", depends: ["a ~> 1.0"]),
    Example("name 'app'\ndepends 'a' if respond_to?(:source_url)\nfrobnicate 'x'\n", depends: ["a >= 0.0.0"]),
    Example("name 'app'\ndepends('a', '>=1.0')\nsupports 'debian'\n", depends: ["a >=1.0"]),
    Example("depends 'a'\n", depends: ["a >= 0.0.0"], faults: [": metadataWithoutName"]),
    Example("name 'app'\ndepends 'app'\n", faults: ["depends 'app': selfDependency(\"app\")"]),
    Example("name 'app'\ndepends 'a', '=> 1'\n", faults: ["=> 1: malformedConstraint(\"=> 1\")"]),
    Example("name 'app'\ndepends 'a', '1.0.0.0'\n", faults: ["1.0.0.0: malformedConstraint(\"1.0.0.0\")"]),
    Example(
      "name 'app'\ndepends 'a', '> 1', '< 2'\n",
      faults: ["depends 'a', '> 1', '< 2': severalConstraints(cookbook: \"a\", call: \"depends\")"]),
    Example(
      "name 'app'\nsupports 'debian', '>= 9'\nsupports 'freebsd', '>= 9.1-release'\nsupports 'suse', '12'\n"),
    Example(
      "name 'app'\nsupports 'debian', 'x.y'\n", faults: ["x.y: malformedConstraint(\"x.y\")"]),
    Example(
      "name 'app'\nsupports 'debian', '>= 9.1.2.3'\n",
      faults: [">= 9.1.2.3: malformedConstraint(\">= 9.1.2.3\")"]),
    Example(
      "name 'app'\nsupports 'debian', '>= 9', '< 12'\n",
      faults: [
        "supports 'debian', '>= 9', '< 12': severalConstraints(cookbook: \"debian\", call: \"supports\")"
      ]),
    Example("name 'app'\nversion '1.0-beta'\n", faults: ["1.0-beta: malformedVersion(\"1.0-beta\")"]),
    Example(
      "name 'app'\nlong_description IO.read(File.join(File.dirname(__FILE__), 'README.md'))\n",
      faults: [
        "IO.read(File.join(File.dirname(__FILE__), 'README.md')): "
          + "missingMetadataFile(\"cookbooks/app/README.md\")"
      ]),
    Example(
      "name 'app'\nlong_description IO.read(File.join(__dir__, 'VERSION')) rescue nil\ndepends 'a'\n",
      depends: ["a >= 0.0.0"]),
    Example("name 'app'\ndepends 'a' if File.exist?('/etc/x')\n", depends: ["a >= 0.0.0"]),
    Example(
      "name 'app'\nfrobnicate do\nend\ndepends 'a'\n",
      faults: [
        "frobnicate do\nend: raised(className: \"NoMethodError\", message: \"undefined method `frobnicate\\\' for an instance of Declarations\")"
      ]),
    Example("name 'app'\nversion '1'\n", faults: ["1: malformedVersion(\"1\")"]),
    Example("name 'app\n", faults: [": malformedRuby(message: \"`\\\'` is not closed: `\\\'` is missing\")"]),
    Example(
      "name 'app'\nchef_version '>= 12', '< 14'\nchef_version '>> 3'\n",
      faults: [
        ">> 3: malformedConstraint(\">> 3\")"
      ]),
  ]

  @Test("reads metadata.rb as Chef evaluates it", arguments: ruby)
  func evaluates(_ example: Example) throws { try check(example, file: "metadata.rb") }

  private static let json = [
    Example(
      #"{"name": "app", "dependencies": {"b": ">= 0.0.0", "a": ["~> 1.0"], "c": ["> 1", "< 2"]}}"#,
      depends: ["a ~> 1.0", "b >= 0.0.0", "c >= 0.0.0"]),
    Example(#"{"version": "1.0"}"#, faults: [": metadataWithoutName"]),
    Example(#"{"name": "app", "version": "x"}"#, faults: ["x: malformedVersion(\"x\")"]),
  ]

  @Test("reads metadata.json", arguments: json)
  func reads(_ example: Example) throws { try check(example, file: "metadata.json") }

  private func check(_ example: Example, file: String) throws {
    let run = ExampleRun(
      ["app"], ["cookbooks/app/\(file)": example.text, "cookbooks/app/recipes/default.rb": ""])
    let metadata = try #require(run.run.closure["app"]).metadata
    #expect(metadata.dependencies.map { "\($0.name.value) \($0.constraint)" } == example.depends)
    let faults = metadata.faults.map { "\(run.text(at: $0.location).dropFirst().dropLast()): \($0.kind)" }
    #expect(faults == example.faults)
  }

  @Test("prefers metadata.json, and does without either")
  func forms() {
    let both = [
      "cookbooks/app/metadata.rb": "name 'ruby'", "cookbooks/app/metadata.json": "{\"name\": \"json\"}",
    ]
    #expect(ExampleRun(["app"], both).run.closure["app"]?.metadata.name.value?.value == "json")
    let bare = ExampleRun(["app"], ["cookbooks/app/recipes/default.rb": ""])
    #expect(bare.run.closure["app"]?.version?.description == "0.0.0")
    #expect(bare.faults.isEmpty)
  }
}
