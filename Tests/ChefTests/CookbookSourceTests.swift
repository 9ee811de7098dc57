import Chef
import Diagnostics
import Source
import Testing

struct CookbookSourceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let label: String
    let help: String
    var testDescription: String { file }
  }

  static let examples = [
    Example(
      file: "Berksfile", text: "source 'https://x'\n\ncookbook 'base', '~> 2.0'\n",
      label: "`base` `Berksfile` names it (~> 2.0)", help: "run `berks vendor cookbooks` before the build"),
    Example(
      file: "kit/Berksfile", text: "group :app do\n  cookbook 'base', git: 'https://g'\nend\n",
      label: "`base` `kit/Berksfile` names it from git https://g",
      help: "run `berks vendor -b kit/Berksfile cookbooks` before the build"),
    Example(
      file: "cookbooks/app/Berksfile.lock",
      text: "DEPENDENCIES\n  app\n    path: .\n\nGRAPH\n  app (1.0.0)\n    base (>= 0.0.0)\n  base (2.1.0)\n",
      label: "`base` `cookbooks/app/Berksfile.lock` names it (>= 0.0.0)",
      help: "run `berks vendor -b cookbooks/app/Berksfile cookbooks` before the build"),
    Example(
      file: "Cheffile", text: "site 'https://x'\ncookbook 'base', :git => 'https://g'\n",
      label: "`base` `Cheffile` names it from git https://g",
      help: "run `librarian-chef install --path cookbooks` before the build"),
    Example(
      file: "Policyfile.lock.json", text: #"{"cookbook_locks": {"base": {"version": "2.0.0"}}}"#,
      label: "`base` `Policyfile.lock.json` names it (2.0.0)",
      help: """
        chef-solo under Packer does not read it, and what `chef export` makes needs a `config_template`: put the \
        cookbook into `cookbooks`
        """),
  ]

  @Test("says where a missing cookbook should come from", arguments: examples)
  func explains(_ example: Example) throws {
    let files = [
      "cookbooks/app/metadata.rb": "name 'app'\ndepends 'base'\n", "cookbooks/app/recipes/default.rb": "",
    ]
    let run = ExampleRun(["app"], files.merging([example.file: example.text]) { $1 }) { setup in
      setup.nearbyFolders = ["", "kit"]
    }
    let fault = try #require(run.run.faults.first)
    #expect(fault.kind == .missingCookbook("base", near: nil))
    #expect(run.text(at: fault.location) == "`base`")
    #expect(fault.chain.map(\.what) == ["run list"])
    #expect(fault.labels.map { "\(run.text(at: $0.location)) \($0.message)" } == [example.label])
    #expect(fault.help == example.help)
  }

  @Test("names folders that are not there, and cookbooks that are named twice")
  func oddities() {
    let berksfile = """
      cookbook 'here', path: '../cookbooks/app'
      cookbook 'gone', path: '../gone'
      cookbook 'here'
      """
    let run = ExampleRun(
      ["app"], ["cookbooks/app/recipes/default.rb": "", "kit/Berksfile": berksfile]
    ) { setup in setup.nearbyFolders = ["kit"] }
    #expect(
      run.faults == [
        "kit/Berksfile `../gone`: missingSourcePath(\"../gone\", cookbook: \"gone\")",
        "kit/Berksfile `here`: doubledSource(cookbook: \"here\")",
      ])
  }
}
