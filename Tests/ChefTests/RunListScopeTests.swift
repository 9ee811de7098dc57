import Chef
import Host
import Source
import Testing

struct RunListScopeTests {
  private static let files = [
    "cookbooks/app/recipes/default.rb": "", "cookbooks/app/recipes/web.rb": "",
    "cookbooks/base/recipes/default.rb": "",
    "roles/base.json": "{\"name\": \"base\", \"run_list\": [\"recipe[base]\", \"role[inner]\"]}",
    "roles/inner.rb": "name 'inner'\nrun_list 'recipe[app::web]',\n  \"role[base]\"\n",
    "roles/computed.rb": "run_list(*%w(a b))\n",
    "roles/staged.json": "{\"env_run_lists\": {\"prod\": [\"recipe[app]\"]}}",
    "roles/broken.json": "{\"run_list\": [",
  ]

  /// Each entry with what it leads to, in one line.
  private func resolve(
    _ items: [String], missingCookbooks: UnknownReason? = nil, missingRoles: UnknownReason? = nil
  ) -> [String] {
    var store = SourceStore(MemoryFileTree(Self.files.mapValues { Array($0.utf8) }))
    let scope = RunListScope(
      cookbooks: CookbookCollection.load(["cookbooks"], from: &store), missingCookbooks: missingCookbooks,
      roles: RoleFolder.load("roles", from: store), missingRoles: missingRoles)
    let place = Location(FileID("machine.json"), ByteRange(0, 1))
    return scope.resolve(items.map { RunListItem($0, at: place) }, from: &store).entries.map(line)
  }

  private func line(_ entry: RunListResolution.Entry) -> String {
    let indent = String(repeating: " ", count: entry.roles.count)
    let state: String =
      switch entry.state {
      case .found(let path): path
      case .cookbookMissing(let near): "no cookbook, near \(near ?? "nothing")"
      case .recipeMissing(let cookbook, let near): "no recipe in \(cookbook.path), near \(near ?? "nothing")"
      case .roleMissing(let near): "no role, near \(near ?? "nothing")"
      case .malformed: "malformed"
      case .unknown(let reason): "unknown: \(reason.text)"
      }
    return "\(indent)\(entry.item.text): \(state)"
  }

  @Test("finds recipes and opens roles in place, each once")
  func roles() {
    #expect(
      resolve(["role[base]", "app", "role[base]"]) == [
        "role[base]: roles/base.json", " recipe[base]: cookbooks/base/recipes/default.rb",
        " role[inner]: roles/inner.rb", "  recipe[app::web]: cookbooks/app/recipes/web.rb",
        "  role[base]: roles/base.json", "app: cookbooks/app/recipes/default.rb",
        "role[base]: roles/base.json",
      ])
  }

  @Test("names what is missing, and what is near")
  func missing() {
    #expect(
      resolve(["recipe[ap]", "recipe[app::wbe]", "recipe[app::default.rb]", "role[bsae]", "recipes[app]"])
        == [
          "recipe[ap]: no cookbook, near app", "recipe[app::wbe]: no recipe in cookbooks/app, near web",
          "recipe[app::default.rb]: no recipe in cookbooks/app, near nothing",
          "role[bsae]: no role, near base", "recipes[app]: malformed",
        ])
  }

  @Test("does not guess what only Ruby, an environment or the guest can tell")
  func unknown() {
    let reason = UnknownReason("the guest may hold it")
    #expect(
      resolve(
        ["other", "role[other]", "role[computed]", "role[staged]", "role[broken]"], missingCookbooks: reason,
        missingRoles: reason) == [
          "other: unknown: the guest may hold it", "role[other]: unknown: the guest may hold it",
          "role[computed]: unknown: `run_list` is not given as plain texts",
          "role[staged]: unknown: the role has a run list for each environment",
          "role[broken]: unknown: `roles/broken.json` is not JSON",
        ])
  }
}
