import Chef
import Host
import Packer
import ShellSyntax
import Source

/// What a `chef-client` provisioner in local mode reads: the folders that its configuration names, as far as the build
/// uploads them.
struct ChefLocalMode {
  private(set) var cookbookPaths: [Located<String>] = []
  private(set) var rolesPath: Located<String>?
  private(set) var environmentsPath: Located<String>?
  private(set) var dataBagsPath: Located<String>?
  /// Why other folders may count too.
  private(set) var doubt: UnknownReason?

  /// nil for a client of a server.
  init?(
    _ subject: Subject, _ configuration: SourceFile?, _ guest: GuestFolders, _ scripts: [ProjectScript],
    in files: any FileTree
  ) {
    let settings = configuration.map { ClientSettings($0) }
    let command = subject.options.deferred("execute_command")?.text.string ?? ""
    guard settings?.isLocal == true || Self.asksForLocalMode(command) else { return nil }
    guard let settings else {
      doubt = UnknownReason("chef-client in local mode looks for cookbooks beside its configuration")
      return
    }
    guard command.isEmpty || command.contains("{{.ConfigPath}}") || command.contains("{{ .ConfigPath }}")
    else {
      doubt = UnknownReason("chef-client reads another configuration than that of the template")
      return
    }
    doubt = settings.doubt
    let repository = settings["chef_repo_path"]?.first
    func folders(_ setting: String, _ name: String) -> [String] {
      settings[setting] ?? repository.map { ["\($0)/\(name)"] } ?? []
    }
    cookbookPaths = folders("cookbook_path", "cookbooks").compactMap { guest.host(of: $0, in: files) }
    let all = [
      ("cookbook_path", "cookbooks"), ("role_path", "roles"), ("environment_path", "environments"),
      ("data_bag_path", "data_bags"),
    ]
    for path in all.flatMap({ folders($0.0, $0.1) }) where !guest.holds(path) {
      doubt = doubt ?? UnknownReason("nothing that the template uploads is known to make `\(path)`")
    }
    if cookbookPaths.isEmpty {
      doubt = doubt ?? UnknownReason("`\(settings.path)` names no folder of cookbooks")
    }
    func folder(_ setting: String, _ name: String) -> Located<String>? {
      folders(setting, name).first.flatMap { guest.host(of: $0, in: files) }
    }
    rolesPath = folder("role_path", "roles")
    environmentsPath = folder("environment_path", "environments")
    dataBagsPath = folder("data_bag_path", "data_bags")
    noteScripts(scripts, subject, folders("cookbook_path", "cookbooks"))
  }

  /// A script that names a folder may put more into it.
  private mutating func noteScripts(_ scripts: [ProjectScript], _ subject: Subject, _ folders: [String]) {
    for script in scripts where script.owner.build == subject.build.name && !script.isOnHost {
      guard script.owner.kind == .provisioner, script.owner.position < subject.position else { continue }
      let text = script.script.text.string
      if folders.contains(where: { text.contains($0) }) || text.contains("berks ") {
        doubt = doubt ?? UnknownReason("a script before it may bring further cookbooks")
      }
    }
  }

  private static func asksForLocalMode(_ command: String) -> Bool {
    command.split(separator: " ").contains { $0 == "-z" || $0 == "--local-mode" }
  }
}
