import Ansible
import Chef
import Project
import Puppet
import Source
import Testing

struct ProjectResolutionTests {
  @Test("resolves the run list of chef-solo, from `json` where the option is empty")
  func runLists() throws {
    let example = try ExampleProject(
      provisioners: """
        {"type": "chef-solo", "cookbook_paths": ["cookbooks"], "run_list": ["recipe[app]", "recipe[aap]"]},
        {"type": "chef-solo", "cookbook_paths": ["cookbooks"], "json": {"run_list": "app::web"}}
        """, ["cookbooks/app/recipes/default.rb": ""])
    let lists = example.project.runLists
    #expect(
      lists.map { $0.resolution.entries.map(\.item.text) } == [["recipe[app]", "recipe[aap]"], ["app::web"]])
    #expect(lists[0].resolution.entries[0].state == .found("cookbooks/app/recipes/default.rb"))
    #expect(lists[0].resolution.entries[1].state == .cookbookMissing(near: "app"))
    #expect(example.text(at: lists[0].resolution.entries[1].item.location) == "recipe[aap]")
    #expect(lists[0].resolution.recipes == [RecipeName("app")])
    guard case .recipeMissing(let cookbook, near: nil) = lists[1].resolution.entries[0].state else {
      Issue.record("app::web is not missing")
      return
    }
    #expect(cookbook.name == "app")
  }

  struct Doubt: Sendable, CustomTestStringConvertible {
    let options: String
    let reason: String
    var testDescription: String { options }
  }

  static let doubts = [
    Doubt(
      options: "\"remote_cookbook_paths\": [\"/srv\"]",
      reason: "`remote_cookbook_paths` may name further folders"),
    Doubt(options: "\"config_template\": \"solo.rb\"", reason: "`config_template` may name further folders"),
    Doubt(
      options: "\"cookbook_paths\": [\"none\"]", reason: "a folder of `cookbook_paths` cannot be looked at"),
  ]

  @Test("leaves a cookbook open that may be elsewhere", arguments: doubts)
  func doubtful(_ example: Doubt) throws {
    let project = try ExampleProject(
      provisioners: "{\"type\": \"chef-solo\", \"run_list\": [\"x\"], \(example.options)}", ["solo.rb": ""]
    ).project
    guard case .unknown(let reason)? = project.runLists.first?.resolution.entries.first?.state else {
      Issue.record("the cookbook is judged")
      return
    }
    #expect(reason.text == example.reason)
  }

  @Test("lists manifests and modules of puppet-masterless")
  func manifests() throws {
    let example = try ExampleProject(
      provisioners:
        "{\"type\": \"puppet-masterless\", \"manifest_file\": \"m\", \"module_paths\": [\"modules\", \"web\"]}",
      [
        "m/b.pp": "", "m/a.pp": "", "m/x.txt": "", "modules/web/manifests/init.pp": "",
        "modules/acme-x/y": "", "web/manifests/init.pp": "",
      ])
    let manifest = try #require(example.project.manifests.first)
    #expect(manifest.manifests.files == ["m/a.pp", "m/b.pp"])
    #expect(manifest.modules["web"]?.path == "modules/web")
    #expect(manifest.modules["acme-x"] == nil)
    #expect(manifest.modules.folders.map(\.isModule) == [false, true])
  }

  @Test("finds the roles that a playbook names among what is staged")
  func roles() throws {
    let play = "- hosts: all\n  roles:\n    - web\n    - {role: wbe}\n    - name: \"{{ x }}\"\n    - db\n"
    let example = try ExampleProject(
      provisioners:
        "{\"type\": \"ansible-local\", \"playbook_file\": \"p.yml\", \"role_paths\": [\"roles/web\"]}",
      ["p.yml": play, "roles/web/tasks/main.yml": "", "roles/db/tasks/main.yml": ""])
    let roles = example.project.roles
    #expect(roles.map(\.state).prefix(2) == [.found("roles/web"), .missing(near: "web")])
    guard case .unknown? = roles.dropFirst(2).first?.state else {
      Issue.record("an expression is judged")
      return
    }
    #expect(roles.last?.state == .missing(near: nil))
    #expect(roles.compactMap { example.text(at: $0.use.location) } == ["web", "wbe", "{{ x }}", "db"])
  }

  @Test("leaves a role open that a galaxy file may bring")
  func galaxy() throws {
    let example = try ExampleProject(
      provisioners: "{\"type\": \"ansible-local\", \"playbook_file\": \"p.yml\", \"galaxy_file\": \"r.yml\"}",
      ["p.yml": "- hosts: all\n  roles: [x]\n", "r.yml": "[]"])
    guard case .unknown(let reason)? = example.project.roles.first?.state else {
      Issue.record("the role is judged")
      return
    }
    #expect(reason.text == "the galaxy file may bring it")
  }
}
