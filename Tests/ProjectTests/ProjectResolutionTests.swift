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
    let runs = example.project.chefRuns.map(\.run)
    #expect(
      runs.map { $0.setup.runList.items.map(\.text) } == [["recipe[app]", "recipe[aap]"], ["app::web"]])
    #expect(runs[0].closure.order.map(\.path) == ["cookbooks/app"])
    let faults = runs.map { $0.faults.map(\.kind) }
    #expect(faults[0] == [.missingCookbook("aap", near: "app")])
    #expect(
      faults[1] == [
        .missingRecipe(
          RecipeName(cookbook: "app", recipe: "web"), folder: "cookbooks/app/recipes", near: nil)
      ])
    #expect(runs[0].faults.map { example.text(at: $0.location) } == ["recipe[aap]"])
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
    Doubt(
      options: "\"config_template\": \"solo.rb\"",
      reason: "`solo.rb` does not say that it takes `cookbook_paths`"),
    Doubt(
      options: "\"cookbook_paths\": [\"none\"]", reason: "a folder of `cookbook_paths` cannot be looked at"),
  ]

  @Test("leaves a cookbook open that may be elsewhere", arguments: doubts)
  func doubtful(_ example: Doubt) throws {
    let project = try ExampleProject(
      provisioners: "{\"type\": \"chef-solo\", \"run_list\": [\"x\"], \(example.options)}", ["solo.rb": ""]
    ).project
    let run = try #require(project.chefRuns.first?.run)
    #expect(run.faults.isEmpty)
    #expect(run.closure.unknown["x"]?.text == example.reason)
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
