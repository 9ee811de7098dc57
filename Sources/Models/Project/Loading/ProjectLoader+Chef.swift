import Chef
import DataSyntax
import Host
import Packer
import ShellSyntax
import Source

extension ProjectLoader {
  /// Looks up what a Chef provisioner would converge.
  mutating func loadChefRun(_ subject: Subject) {
    let client = client(of: subject)
    let setup = setup(of: subject, client.version)
    let (run, files): (ChefRun, [ProjectRubyFile])
    if let known = runsBySetup[setup] {
      (run, files) = known
    } else {
      run = ChefRun.load(setup, from: &store)
      files = rubyFiles(of: run)
      runsBySetup[setup] = (run, files)
    }
    let compilation = compilation(of: run, for: subject)
    chefRuns.append(
      ProjectChefRun(
        owner: subject.reference, client: client, run: run, compilation: compilation, rubyFiles: files))
  }

  /// Compiles a run for the machine that a builder makes.
  ///
  /// Chef keeps its cache beside the configuration that Packer writes.
  private mutating func compilation(of run: ChefRun, for subject: Subject) -> Compilation? {
    let builder = subject.build.builder
    let options = subject.options
    let staging =
      options["staging_directory"] == nil ? "/tmp/packer-chef-solo" : options.string("staging_directory")
    let isOwn = subject.component.type.value == "chef-solo" && options["config_template"] == nil
    let cachePath = isOwn ? staging.map { $0 + "/local-mode-cache/cache" } : nil
    guard let chef else { return nil }
    let (platform, isContainer) = platform(of: subject.build, chef)
    let isFresh =
      builder.type.value == "docker" && builder.options["run_command"] == nil
      && builder.options["volumes"] == nil
      && !subject.build.provisioners.contains { $0.position < subject.position }
    let key = CompilationKey(
      setup: run.setup, platform: platform, isContainer: isContainer, isFresh: isFresh,
      cachePath: cachePath)
    if let known = compilations[key] { return known }
    var facts =
      chef.facts
      ?? NodeFacts(
        platform, codename: chef.platforms.codename(of: platform), isContainer: isContainer,
        at: builder.type.location)
    facts.configuration["file_cache_path"] = cachePath
    facts.isFresh = isFresh
    let made = run.compile(facts, with: chef, from: &store)
    compilations[key] = .some(made)
    return made
  }

  /// The system on which a build's run lists converge, as far as the base image or the builder's words tell it, and
  /// whether that is a container.
  private func platform(
    of build: Build, _ chef: ChefCatalog
  ) -> (platform: ChefPlatform, isContainer: Bool) {
    func platform(ofImage name: String?) -> ChefPlatform {
      name.map { chef.platforms.platform(ofImage: $0) } ?? ChefPlatform()
    }
    guard build.builder.type.value != "docker" else {
      return (platform(ofImage: build.builder.options.string("image")), true)
    }
    let chooser = StandInChooser(standIns: standIns, build: build)
    guard case .chosen(let standIn) = chooser.choice() else {
      return (platform(ofImage: chooser.image), false)
    }
    let own = platform(ofImage: standIn.image)
    return (own.name == nil ? platform(ofImage: chooser.image) : own, true)
  }

  private func setup(of subject: Subject, _ client: ClientVersion) -> ChefSetup {
    let options = subject.options
    var setup = ChefSetup(origin: subject.component.type.location)
    let paths = own.filter { $0.kind == .cookbookPath && $0.state == .present }
    setup.cookbookPaths = paths.compactMap { path in
      path.path.map { Located(store.files.plain($0), at: path.location) }
    }
    if let local = localMode(of: subject) {
      setup.cookbookPaths = local.cookbookPaths
      (setup.furtherFolders, setup.furtherCookbooks) = (local.doubt, local.doubt)
      setup.rolesPath = local.rolesPath.map(Known.value) ?? .absent
      setup.environmentsPath = local.environmentsPath.map(Known.value) ?? .absent
      setup.dataBagsPath = local.dataBagsPath.map(Known.value) ?? .absent
    } else {
      setup.furtherFolders = furtherFolders(subject)
      setup.furtherCookbooks = furtherCookbooks(subject)
      setup.rolesPath = folder(.rolesPath)
      setup.environmentsPath = folder(.environmentsPath)
      setup.dataBagsPath = folder(.dataBagsPath)
    }
    setup.mayHaveSecret = mayHaveSecret(subject)
    setup.environment = environment(options)
    let node = nodeAttributes(options)
    let own = WrittenRunList(options.values("run_list"))
    setup.runList = own.items.isEmpty && own.unknown == nil ? WrittenRunList(of: node) : own
    setup.attributes = node.without(["run_list", "recipes"])
    setup.client = client
    let beside = template.path.lastIndex(of: "/").map { String(template.path[..<$0]) } ?? ""
    setup.nearbyFolders = [self.paths.directory, beside]
    return setup
  }

  /// Whether the key of encrypted data bags may be on the guest: Packer puts it there, a configuration of one's own
  /// names it, or an earlier step uploads it to where Chef looks.
  private func mayHaveSecret(_ subject: Subject) -> Bool {
    let options = subject.options
    guard subject.component.type.value == "chef-solo", options["encrypted_data_bag_secret_path"] == nil,
      options["config_template"] == nil, options["execute_command"] == nil
    else { return true }
    return subject.build.provisioners.contains { component in
      guard component.position < subject.position else { return false }
      switch component.type.value {
      case "chef-solo", "shell-local", "breakpoint", "sleep": return false
      case "shell":
        let own = scripts.filter {
          $0.owner.build == subject.build.name && $0.owner.kind == .provisioner
            && $0.owner.position == component.position
        }
        return own.isEmpty || own.contains { $0.script.text.string.contains("/etc/chef") }
      default: return true
      }
    }
  }

  /// What chef-client reads where it serves itself; nil where it asks a server, and for chef-solo.
  private func localMode(of subject: Subject) -> ChefLocalMode? {
    guard subject.component.type.value == "chef-client" else { return nil }
    let guest = GuestFolders(before: subject, paths, in: store.files)
    return ChefLocalMode(subject, configurationTemplate, guest, scripts, in: store.files)
  }

  /// The only folder of a kind; unknown where it is named and cannot be looked at.
  private func folder(_ kind: FileReference.Kind) -> Known<Located<String>> {
    guard let reference = own.first(where: { $0.kind == kind }) else { return .absent }
    if reference.state == .present, let path = reference.path {
      return .value(Located(store.files.plain(path), at: reference.location))
    }
    return .unknown(
      UnknownReason("a folder of `\(reference.option.value)` cannot be looked at", at: reference.location))
  }

  /// An empty text asks for none.
  private func environment(_ options: Options) -> Known<Located<String>> {
    guard let value = options["chef_environment"] else { return .absent }
    switch value.text {
    case .absent: return .absent
    case .unknown(let reason): return .unknown(reason)
    case .value(let text):
      guard let name = text.value.complete else {
        return .unknown(UnknownReason("the environment is made while the build runs", at: value.location))
      }
      return name.isEmpty ? .absent : .value(Located(name, at: value.location))
    }
  }

  /// What becomes the node's file: `json`, or the text of `json_string`.
  private func nodeAttributes(_ options: Options) -> PlainValue {
    if let value = options["json"], case .map = value.content { return PlainValue(value) }
    if let value = options["json_string"] {
      guard let text = value.places, options.string("json_string") != nil else {
        return PlainValue(
          .unknown(UnknownReason("`json_string` cannot be told", at: value.location)), at: value.location)
      }
      return PlainValue(DataParser.parse(text, as: .json).tree.root)
    }
    return PlainValue(.hash([]), at: template.start)
  }

  /// Why anything that no given folder holds may be on the guest all the same.
  private func furtherFolders(_ subject: Subject) -> UnknownReason? {
    if subject.component.type.value == "chef-client" {
      return UnknownReason("chef-client takes cookbooks and roles from where its configuration says")
    }
    for option in ["config_template", "execute_command"] {
      guard let value = subject.options[option] else { continue }
      if case .deferred(let command) = value.content, command.namesFile("ConfigPath"),
        command.namesFile("JsonPath")
      {
        continue
      }
      if option == "config_template", let file = configurationTemplate {
        guard let reason = ChefConfigurationTemplate(file).furtherFolders else { continue }
        return reason
      }
      return UnknownReason("`\(option)` may name further folders", at: value.location)
    }
    return nil
  }

  /// The configuration that the component that is looked at brings, read already.
  private var configurationTemplate: SourceFile? {
    own.first { $0.kind == .configurationTemplate && $0.state == .present }?.path.flatMap {
      store.sources[FileID($0)]
    }
  }

  private func furtherCookbooks(_ subject: Subject) -> UnknownReason? {
    if let reason = furtherFolders(subject) { return reason }
    if let value = subject.options["remote_cookbook_paths"],
      !subject.options.values("remote_cookbook_paths").isEmpty
    {
      return UnknownReason("`remote_cookbook_paths` may name further folders", at: value.location)
    }
    let broken = own.first { $0.kind == .cookbookPath && $0.state != .present }
    return broken.map {
      UnknownReason("a folder of `\($0.option.value)` cannot be looked at", at: $0.location)
    }
  }
}

/// What a compilation hangs on, beside the files.
struct CompilationKey: Hashable {
  let setup: ChefSetup
  let platform: ChefPlatform
  let isContainer: Bool
  let isFresh: Bool
  let cachePath: String?
}

extension FileID {
  /// The place before its first byte.
  fileprivate var start: Location { Location(self, ByteRange(at: 0)) }
}

extension DeferredText {
  /// Whether a field of the template stands in it.
  fileprivate func namesFile(_ field: String) -> Bool { text.bytes.mentions("{{." + field + "}}") }
}
