import Chef
import Expectation
import Matching
import Source

extension TreePrediction {
  /// Takes in what a resource does.
  mutating func take(_ resource: CompiledResource, content: [UInt8]?) {
    if resource.actions == ["nothing"], resource.compileTimeActions.isEmpty { return }
    let isCertain =
      resource.isSure && resource.onlyIf.isEmpty && resource.notIf.isEmpty && !resource.ignoresFailure
      && resource.compileTimeActions.isEmpty
    if resource.leavesAll { return }
    switch resource.kind {
    case "file", "template", "cookbook_file", "remote_file", "directory", "link":
      guard let path = resource.path else { return forgetAll() }
      forgetFiles(at: path, andBelow: resource.actions.contains("delete"))
      if resource.kind == "link" {
        guard case .text(let target)? = resource.property("to") else { return forgetAll() }
        aliases.add(path, to: target)
      }
      if isCertain { set(.file(path), known(of: resource, content)) }
    case "user", "linux_user", "group":
      let isUser = resource.kind != "group"
      let written = resource.property(isUser ? "username" : "group_name") ?? resource.name
      guard case .text(let name) = written else { return forgetAll() }
      let target: Target = isUser ? .user(name) : .group(name)
      let databases = ["passwd", "shadow", "group", "gshadow"].map { Target.file("/etc/\($0)") }
      forget { $0 == target || databases.contains($0) }
      if isUser { forgetHome(of: name, resource) }
      if isCertain { set(target, known(ofAccount: resource)) }
    case let kind where kind == "package" || kind.hasSuffix("_package"):
      // Its scripts may do anything to files and accounts, and what it needs or conflicts with comes or goes.
      forget { _ in true }
      if isCertain, case .text(let name) = resource.name { set(.package(name), known(ofPackage: resource)) }
    default: forgetAll()
    }
  }

  /// Forgets the folder that a user's creation or removal may make or take away.
  private mutating func forgetHome(of name: String, _ resource: CompiledResource) {
    let home: String? =
      switch resource.property("home") {
      case nil: "/home/\(name)"
      case .text(let path): path
      default: nil
      }
    guard let home else { return forgetAll() }
    forgetFiles(at: home, andBelow: true)
  }

  private func fact(_ value: Subject, _ words: String, _ resource: CompiledResource) -> Prediction.Fact? {
    resource.location.map { .init(value, by: "`\(resource.type)[\(resource.shownName)]` \(words)", at: $0) }
  }

  private func known(of resource: CompiledResource, _ content: [UInt8]?) -> [String: Prediction.Fact] {
    var known: [String: Prediction.Fact] = [:]
    switch resource.actions {
    case ["delete"]:
      known["exists"] = fact(.bool(false), "removes it", resource)
      return known
    case ["create"]: break
    default: return known
    }
    known["exists"] = fact(.bool(true), "makes it", resource)
    if resource.kind == "link" {
      known["type"] = fact(.text("symlink"), "makes a link", resource)
      if case .text(let target)? = resource.property("to"), resource.property("link_type") == nil {
        known["target"] = fact(.text(target), "makes it lead there", resource)
      }
      return known
    }
    let type = resource.kind == "directory" ? "directory" : "file"
    known["type"] = fact(.text(type), "makes a \(type)", resource)
    if let mode = resource.property("mode")?.octalMode.flatMap(FileMode.init) {
      known["mode"] = fact(.text(mode.octal), "sets its mode", resource)
    }
    for (property, numeric) in [("owner", "uid"), ("group", "gid")] {
      switch resource.property(property) {
      case .text(let name)? where Int(name) == nil:
        known[property] = fact(.text(name), "sets its \(property)", resource)
      case .integer(let number)?: known[numeric] = fact(.number(number), "sets its \(property)", resource)
      default: break
      }
    }
    if let content, !resource.isSensitive { known["contents"] = fact(.text(content), "writes it", resource) }
    return known
  }

  private func known(ofAccount resource: CompiledResource) -> [String: Prediction.Fact] {
    var known: [String: Prediction.Fact] = [:]
    switch resource.actions {
    case ["remove"]: known["exists"] = fact(.bool(false), "removes it", resource)
    case ["create"]:
      known["exists"] = fact(.bool(true), "makes it", resource)
      for property in ["home", "shell"] {
        if case .text(let text)? = resource.property(property) {
          known[property] = fact(.text(text), "sets its \(property)", resource)
        }
      }
      for property in ["uid", "gid"] {
        if case .integer(let number)? = resource.property(property) {
          known[property] = fact(.number(number), "sets its \(property)", resource)
        }
      }
    default: break
    }
    return known
  }

  private func known(ofPackage resource: CompiledResource) -> [String: Prediction.Fact] {
    // Another name may be meant on the platform.
    if resource.property("package_name") != nil { return [:] }
    switch resource.actions {
    case ["install"], ["upgrade"]:
      return ["installed": fact(.bool(true), "installs it", resource)].compactMapValues { $0 }
    case ["remove"], ["purge"]:
      return ["installed": fact(.bool(false), "removes it", resource)].compactMapValues { $0 }
    default: return [:]
    }
  }
}

extension CompiledResource {
  /// What it is on the platform, else as declared.
  var kind: String { resource ?? type }

  /// Whether it leaves files, packages and accounts as they are, whatever its properties.
  var leavesAll: Bool { ["log", "service", "systemd_service", "apt_update", "ohai"].contains(kind) }

  var isFile: Bool {
    ["file", "template", "cookbook_file", "remote_file", "directory", "link"].contains(kind)
  }

  /// The absolute path that it is about; nil where that cannot be told.
  var path: String? {
    let written = property(kind == "link" ? "target_file" : "path") ?? name
    guard case .text(let path) = written, path.hasPrefix("/"), !path.split(separator: "/").contains("..")
    else { return nil }
    return "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  func property(_ name: String) -> CompiledValue? { properties.first { $0.name == name }?.value }
}
