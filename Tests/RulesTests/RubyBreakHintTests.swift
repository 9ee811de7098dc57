import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Testing

/// What is said beside the place at which Ruby stops.
@Suite struct RubyBreakHintTests {
  private static let template = """
    {"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true}],
     "provisioners": [{"type": "chef-solo", "version": "18.5.0", "cookbook_paths": ["cookbooks"],
                       "run_list": ["app"], "prevent_sudo": true}]}
    """

  @Test(arguments: [
    ("template '/a'\n  mode '0644'\nend\n", 1, "`do` may be missing at the end of this line"),
    (
      "template '/a' do\n  variables(\n    a: 1\n    b: 2\n  )\nend\n", 3,
      "a comma may be missing behind this"
    ),
    ("x = [\n  'a'\n  'b' => 1\n]\n", 2, "a comma may be missing behind this"),
    ("if true\n  log 'a'\nend\nend\n", nil, nil), ("file '/a' do\n  mode ]\nend\n", nil, nil),
  ])
  func `A missing word is looked for before it`(recipe: String, line: Int?, hint: String?) async throws {
    let tree = MemoryFileTree([
      "machine.json": Array(Self.template.utf8), "cookbooks/app/metadata.rb": Array("name 'app'\n".utf8),
      "cookbooks/app/recipes/default.rb": Array(recipe.utf8),
    ])
    let request = LintRequest(["machine.json"], inputs: TemplateInputs(workingDirectory: "/"))
    let result = await Linter(tree, registry: .standard).run(request)
    let finding = try #require(result.findings.first { $0.rule == "chef/ruby-syntax-error" })
    #expect(finding.labels.first?.message == hint)
    let place = finding.labels.first?.location
    #expect(place.flatMap { result.sources[$0.file]?.position(at: $0.range.start).line } == line)
  }
}
