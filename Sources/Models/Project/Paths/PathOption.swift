import Packer
import Source

/// An option whose value is a path of the host, or a list of them.
struct PathOption {
  let name: String
  let kind: FileReference.Kind
  /// Whether `*`, `?` and `[` stand for any signs in it.
  let takesPatterns: Bool

  init(_ name: String, _ kind: FileReference.Kind, takesPatterns: Bool = false) {
    self.name = name
    self.kind = kind
    self.takesPatterns = takesPatterns
  }

  /// The path options of a component, in the order in which it reads them.
  static func all(of component: ConfiguredComponent) -> [PathOption] {
    switch component.kind {
    case .builder: builders
    case .provisioner: provisioners[component.type.value] ?? []
    case .postProcessor: postProcessors[component.type.value] ?? []
    }
  }

  private static let scripts = [PathOption("scripts", .script), PathOption("script", .script)]

  /// Files that a builder reads when the machine is already being made.
  private static let builders = [
    PathOption("floppy_files", .path, takesPatterns: true),
    PathOption("floppy_dirs", .path, takesPatterns: true), PathOption("user_data_file", .file),
    PathOption("startup_script_file", .file), PathOption("http_directory", .directory),
  ]

  private static let postProcessors = [
    "shell-local": scripts,
    "vagrant": [PathOption("vagrantfile_template", .file), PathOption("include", .path)],
  ]

  private static let provisioners: [String: [PathOption]] = [
    "shell": scripts, "shell-local": scripts, "powershell": scripts, "windows-shell": scripts,
    "file": [PathOption("sources", .path), PathOption("source", .path)],
    "chef-solo": [
      PathOption("config_template", .configurationTemplate), PathOption("cookbook_paths", .cookbookPath),
      PathOption("roles_path", .rolesPath), PathOption("data_bags_path", .dataBagsPath),
      PathOption("encrypted_data_bag_secret_path", .file), PathOption("environments_path", .environmentsPath),
    ],
    "chef-client": [
      PathOption("config_template", .configurationTemplate),
      PathOption("encrypted_data_bag_secret_path", .file),
      PathOption("validation_key_path", .file),
    ],
    "puppet-masterless": [
      PathOption("hiera_config_path", .file), PathOption("manifest_dir", .directory),
      PathOption("module_paths", .modulePath), PathOption("manifest_file", .manifest),
    ],
    "puppet-server": [
      PathOption("client_cert_path", .directory), PathOption("client_private_key_path", .directory),
    ],
    "ansible-local": [
      PathOption("playbook_dir", .directory), PathOption("playbook_file", .playbook),
      PathOption("playbook_files", .playbook), PathOption("galaxy_file", .file),
      PathOption("inventory_file", .file),
      PathOption("group_vars", .directory), PathOption("host_vars", .directory),
      PathOption("role_paths", .role),
      PathOption("playbook_paths", .directory),
    ],
    "ansible": [
      PathOption("playbook_file", .playbook), PathOption("galaxy_file", .file),
      PathOption("inventory_file", .path),
    ],
    "salt-masterless": [
      PathOption("local_state_tree", .directory), PathOption("local_pillar_roots", .directory),
      PathOption("minion_config", .file), PathOption("grains_file", .file),
    ],
  ]
}
