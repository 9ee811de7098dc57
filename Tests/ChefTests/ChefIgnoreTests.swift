import Chef
import Testing

struct ChefIgnoreTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let pattern: String
    let covered: [String]
    var testDescription: String { pattern }
  }

  private static let paths = [
    "recipes/default.rb", "recipes/sub/deep.rb", "templates/a.erb", "templates/.hidden", "README.md",
    ".rspec",
  ]

  static let examples = [
    Example(pattern: "recipes/*", covered: ["recipes/default.rb", "recipes/sub/deep.rb"]),
    Example(pattern: "*.rb", covered: ["recipes/default.rb", "recipes/sub/deep.rb"]),
    Example(
      pattern: "*",
      covered: [
        "README.md", "recipes/default.rb", "recipes/sub/deep.rb", "templates/.hidden", "templates/a.erb",
      ]),
    Example(pattern: "# *", covered: []),
    Example(pattern: "  README.md\t", covered: ["README.md"]),
    Example(pattern: "recipes", covered: []),
    Example(pattern: "README.m?", covered: ["README.md"]),
    Example(pattern: "[A-Z]*", covered: ["README.md"]),
    Example(
      pattern: "[!R]*.*d*", covered: ["templates/.hidden"]),
    Example(pattern: ".rspec", covered: [".rspec"]),
    Example(pattern: "\\README.md", covered: ["README.md"]),
    Example(pattern: "*/sub/*\r", covered: ["recipes/sub/deep.rb"]),
    Example(pattern: "[", covered: []),
  ]

  @Test("hides what a glob matches", arguments: examples)
  func covers(_ example: Example) throws {
    var files = Dictionary(uniqueKeysWithValues: Self.paths.map { ("cookbooks/app/" + $0, "") })
    files["cookbooks/app/chefignore"] = example.pattern + "\n"
    let seen = ExampleRun(["app"], files).run.closure["app"]?.files.paths ?? []
    #expect(Self.paths.filter { !seen.contains($0) }.sorted() == example.covered.sorted())
  }

  @Test("the first file on the way up counts, alone")
  func nearest() {
    var files = [
      "cookbooks/app/a.txt": "", "cookbooks/app/b.txt": "", "cookbooks/chefignore": "a.txt\n",
      "chefignore": "*",
    ]
    #expect(ExampleRun(["app"], files).run.closure["app"]?.files.paths == ["b.txt"])
    files["cookbooks/app/chefignore"] = "b.txt\n"
    #expect(ExampleRun(["app"], files).run.closure["app"]?.files.paths == ["a.txt", "chefignore"])
  }
}
