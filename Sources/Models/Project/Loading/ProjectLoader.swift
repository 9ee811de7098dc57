import Chef
import Host
import Packer
import RubySyntax
import ShellSyntax
import Source

/// Goes through the builds of a template and collects what they refer to.
struct ProjectLoader {
  let template: FileID
  let paths: ProjectPaths
  var store: SourceStore
  var references: [FileReference] = []
  var entries: [String: ProjectEntry] = [:]
  var scripts: [ProjectScript] = []
  var runs: [ScriptRun] = []
  var chefRuns: [ProjectChefRun] = []
  /// The runs that were read, by what they were given: builds share their provisioners.
  var runsBySetup: [ChefSetup: (run: ChefRun, files: [ProjectRubyFile])] = [:]
  var manifests: [ProjectManifest] = []
  var roles: [ProjectRole] = []
  /// Where the references of the component that is looked at begin.
  private var ownStart = 0
  private var parsed: [FileID: ShellScript] = [:]
  /// The Ruby that was parsed, with what a compilation parses.
  let programs: ProgramShelf
  var outlines: [FileID: RubyOutline] = [:]
  var compilations: [CompilationKey: Compilation?] = [:]
  let chef: ChefCatalog?
  let standIns: StandIns
  private let catalog: ComponentCatalog?
  private let digests: ProjectInputs.Digests

  init(template: FileID, inputs: ProjectInputs, store: SourceStore) {
    self.template = template
    self.store = store
    paths = ProjectPaths(
      root: store.files.workingDirectory, directory: inputs.directory, isGuessed: inputs.isGuessed)
    digests = inputs.digests
    chef = inputs.chef
    standIns = inputs.standIns
    catalog = inputs.catalog
    programs = inputs.chef?.programs ?? ProgramShelf()
  }

  /// Looks at every component of a build, in the order in which they work.
  mutating func load(_ build: Build) {
    var makers: [Maker] = []
    let shared = BuildOfRuns(build)
    load(Subject(shared, build.builder, position: 1), earlier: [])
    for component in build.provisioners {
      load(Subject(shared, component, position: component.position), earlier: makers)
      if let maker = Maker(component) { makers.append(maker) }
    }
    if let cleanup = build.errorCleanup {
      load(Subject(shared, cleanup, position: 0), earlier: makers)
    }
    for (index, chain) in build.postProcessors.enumerated() {
      for component in chain {
        load(
          Subject(shared, component, position: component.position, chain: index + 1), earlier: makers)
      }
    }
  }

  private mutating func load(_ subject: Subject, earlier: [Maker]) {
    ownStart = references.count
    let known = PathOption.all(of: subject.component)
    for option in known { refer(option, subject, earlier: earlier) }
    referByCatalog(subject, earlier: earlier) { name in known.contains { $0.name == name } }
    for reference in own where reference.kind == .configurationTemplate {
      guard reference.state == .present, let path = reference.path else { continue }
      do throws(HostError) { _ = try store.read(path) } catch { markUnreadable(path, error) }
    }
    switch subject.component.type.value {
    case "shell", "shell-local": loadScripts(subject)
    case "chef-solo", "chef-client": loadChefRun(subject)
    case "puppet-masterless": loadManifest(subject)
    case "ansible-local", "ansible": loadRoles(subject)
    default: break
    }
  }

  /// What the component that is looked at refers to.
  var own: ArraySlice<FileReference> { references[ownStart...] }

  private mutating func refer(_ option: PathOption, _ subject: Subject, earlier: [Maker]) {
    guard let entry = subject.options.entries.last(where: { $0.name.value == option.name }) else { return }
    for value in subject.options.values(option.name) {
      let text = value.text
      if case .value(let text) = text, text.value.complete == "" { continue }
      if case .absent = text { continue }
      let reference = reference(entry.name, option.kind, value, subject, earlier: earlier)
      references.append(option.takesPatterns ? checkedAsPattern(reference) : reference)
    }
  }

  /// Adds the paths that only the catalog knows of, those of a user's own components among them.
  private mutating func referByCatalog(
    _ subject: Subject, earlier: [Maker], leavingOut isKnown: (String) -> Bool
  ) {
    for path in catalog?.paths(of: subject.component) ?? [] where !isKnown(path.option.value) {
      guard let option = PathOption(path) else { continue }
      let text = path.value.text
      if case .absent = text { continue }
      if case .value(let text) = text, let written = text.value.complete {
        // An account may be written out, and Packer puts the home folder in the place of `~` for some.
        if written.isEmpty || written.hasPrefix("{")
          || option.kind.isOftenElsewhere && written.hasPrefix("~/")
        {
          continue
        }
      }
      var reference = reference(path.option, option.kind, path.value, subject, earlier: earlier)
      if option.takesPatterns { reference = checkedAsPattern(reference) }
      if reference.state == .present, let problem = problem(of: reference, path.kind) {
        reference = reference.with(.unusable(problem))
      }
      references.append(reference)
    }
  }

  /// A reference by a pattern that finds nothing, whatever is there, as one that cannot be used.
  private func checkedAsPattern(_ reference: FileReference) -> FileReference {
    guard let written = reference.written, written.contains(where: { "*?[".contains($0) }),
      !PathPattern.isSound(written)
    else { return reference }
    return reference.with(.unusable("is no pattern: a bracket stays open"))
  }

  /// What is wrong with what a file holds. Its bytes are kept nowhere: it may be a key.
  private func problem(of reference: FileReference, _ kind: OptionFacts.PathKind) -> String? {
    guard [.privateKey, .certificate, .googleAccount].contains(kind), let path = reference.path,
      let bytes = try? store.files.read(path, limit: 1 << 20)
    else { return nil }
    return kind.problem(of: bytes)
  }

  private mutating func reference(
    _ option: Located<String>, _ kind: FileReference.Kind, _ value: OptionValue, _ subject: Subject,
    earlier: [Maker]
  ) -> FileReference {
    var written: String?
    var state = FileReference.State.unknown(
      UnknownReason("the path is made while the build runs", at: value.location))
    if case .unknown(let reason) = value.text { state = .unknown(reason) }
    if case .value(let text) = value.text, let complete = text.value.complete {
      written = complete
      state = self.state(of: complete, kind, subject, at: value.location, earlier: earlier)
    }
    return FileReference(
      owner: subject.reference, option: option, kind: kind, location: value.location, written: written,
      path: written.map(paths.path), state: state)
  }

  private mutating func state(
    of written: String, _ kind: FileReference.Kind, _ subject: Subject, at location: Location,
    earlier: [Maker]
  ) -> FileReference.State {
    let isDownload =
      subject.component.type.value == "file" && subject.options.string("direction") == "download"
    if isDownload {
      return .unknown(UnknownReason("the path is one of the guest", at: location))
    }
    if subject.component.kind != .provisioner, written.contains(where: { "*?[".contains($0) }) {
      return .unknown(UnknownReason("it is a pattern", at: location))
    }
    if subject.options.flag("vagrantfile_template_generated") == true {
      return .unknown(UnknownReason("it is made later", at: location))
    }
    let path = paths.path(written)
    guard let status = store.files.status(path) else {
      if subject.options.flag("generated") == true {
        let maker = earlier.last.map { "\($0.words) may make it" } ?? "`generated` says that it is made later"
        return .unknown(UnknownReason(maker, at: earlier.last?.location ?? location))
      }
      if let maker = earlier.last(where: { mayMake($0, written, for: subject) }) {
        return .later(UnknownReason(maker.words, at: maker.location))
      }
      if isLinkLoop(path) { return .unreadable(HostError.Reason.linkLoop.words) }
      return .absent(near: NearbyPath(template: template, paths: paths).nearest(to: path, in: store.files))
    }
    if entries[path] == nil { entries[path] = entry(at: path, status.kind) }
    switch (kind.wanted, status.kind) {
    case (.file, .directory), (.directory, .file), (.directory, .other): return .wrongKind
    case (.file, .other): return .unreadable("it is not a regular file")
    default: return .present
    }
  }

  /// Whether the symbolic links at a path lead to each other.
  private func isLinkLoop(_ path: String) -> Bool {
    guard store.files.isSymbolicLink(path) else { return false }
    do throws(HostError) {
      _ = try store.files.read(path, limit: 0)
      return false
    } catch {
      return error.reason == .linkLoop
    }
  }

  private func entry(at path: String, _ kind: FileStatus.Kind) -> ProjectEntry {
    let digest = digests == .all ? TreeDigest.digest(of: path, in: store.files) : nil
    switch kind {
    case .file: return ProjectEntry(kind: .file, digest: digest)
    case .directory: return ProjectEntry(kind: .directory, digest: digest)
    case .other: return ProjectEntry(kind: .other)
    }
  }

  /// A script that was read, parsed once however often it is named.
  mutating func script(at path: String) throws(HostError) -> ShellScript {
    let file = try store.read(path)
    if let script = parsed[file.id] { return script }
    let script = ShellScript.parse(DerivedText(file))
    parsed[file.id] = script
    return script
  }

  /// Marks what stands at a path as not readable.
  mutating func markUnreadable(_ path: String, _ error: HostError) {
    references = references.map { reference in
      guard reference.path == path, reference.state == .present else { return reference }
      return reference.with(.unreadable(error.reason.words))
    }
  }
}

/// One component of one build, while it is looked at.
struct Subject {
  /// The build, as its scripts share it.
  let owner: BuildOfRuns
  let component: ConfiguredComponent
  let position: Int
  let chain: Int

  init(_ owner: BuildOfRuns, _ component: ConfiguredComponent, position: Int, chain: Int = 0) {
    self.owner = owner
    self.component = component
    self.position = position
    self.chain = chain
  }

  var build: Build { owner.build }

  var options: Options { component.options }

  var reference: ComponentReference {
    ComponentReference(
      build: build.name, kind: component.kind, type: component.type.value, position: position, chain: chain)
  }
}
