import Chef
import Diagnostics
import Source
import Testing

struct ChefRunTests {
  private static let files = [
    "cookbooks/app/recipes/default.rb": "", "cookbooks/app/recipes/web.rb": "",
    "cookbooks/base/recipes/default.rb": "",
    "roles/base.json": "{\"name\": \"base\", \"run_list\": [\"recipe[base]\", \"role[inner]\"]}",
    "roles/inner.rb": "name 'inner'\nrun_list 'recipe[app::web]',\n  \"role[base]\"\n",
    "roles/computed.rb": "name 'computed'\nrun_list ENV['X']\n",
    "roles/staged.json":
      "{\"name\": \"staged\", \"run_list\": [], \"env_run_lists\": {\"prod\": [\"recipe[app]\"]}}",
    "roles/broken.json": "{\"run_list\": [", "roles/team/web.json": "{}",
    "environments/prod.json": "{\"name\": \"prod\"}",
  ]

  @Test("opens roles in place, each once")
  func roles() {
    let run = ExampleRun(["role[base]", "app", "role[base]", "app::default"], Self.files).run
    #expect(run.runList.entries.map(\.recipe.description) == ["base::default", "app::web", "app::default"])
    #expect(run.runList.entries[1].chain.map(\.what) == ["role `base`", "role `inner`"])
    #expect(run.runList.roles.map(\.name) == ["inner", "base"])
    #expect(run.faults.isEmpty)
    #expect(run.closure.order.map(\.name) == ["base", "app"])
  }

  @Test("takes the run list that a role has for the environment")
  func environment() {
    let example = ExampleRun(["role[staged]"], Self.files) { setup in
      setup.environment = .value(Located("prod", at: ExampleRun.place))
    }
    #expect(example.run.runList.entries.map(\.recipe.description) == ["app::default"])
    #expect(ExampleRun(["role[staged]"], Self.files).run.runList.entries.isEmpty)
  }

  @Test("names what is missing, and what is near")
  func missing() {
    #expect(
      ExampleRun(["recipe[ap]", "app::wbe", "app::default.rb", "role[bsae]", "recipes[app]"], Self.files)
        .faults
        == [
          "machine.json : missingRole(\"bsae\", folder: Optional(\"roles\"), near: Optional(\"base\"))",
          "machine.json : malformedItem(\"recipes[app]\")",
          "machine.json : missingCookbook(\"ap\", near: Optional(\"app\"))",
          "machine.json : missingRecipe(app::wbe, folder: \"cookbooks/app/recipes\", near: Optional(\"web\"))",
          "machine.json : missingRecipe(app::default.rb, folder: \"cookbooks/app/recipes\", near: nil)",
        ])
    #expect(
      ExampleRun(["role[web]"], Self.files).run.faults.first?.notes == [
        "`roles/team/web.json` is not found: folders below `roles_path` are not searched"
      ])
  }

  @Test("does not guess what only Ruby or the guest can tell")
  func unknown() {
    let reason = UnknownReason("the guest may hold it")
    let example = ExampleRun(["other", "role[other]", "role[computed]"], Self.files) { setup in
      setup.furtherCookbooks = reason
      setup.furtherFolders = reason
    }
    #expect(example.faults.isEmpty)
    #expect(example.run.closure.unknown["other"] == reason)
    #expect(
      example.run.runList.unknowns.map(\.text) == [
        "the guest may hold it", "`ENV` is not read",
      ])
  }

  @Test("says where a role that cannot be read breaks off")
  func broken() {
    let fault = ExampleRun(["role[broken]"], Self.files).run.faults.first
    #expect(fault?.location.file == FileID("roles/broken.json"))
    #expect(fault?.chain.map(\.what) == ["role `broken`"])
  }
}
