import Expectation
import Image
import Source

/// What goss finds of a service, by the files of the init system that the image has.
struct ServiceFacts {
  private enum Manager { case systemd, openrc, upstart, scripts }

  let name: String
  let search: ImageSearch

  /// `result` is what `service NAME status` did.
  func finding(of property: String, status result: CommandResult?) -> GossFinding {
    guard !name.contains("/") else { return .value(property == "runlevels" ? .texts([]) : .bool(false)) }
    return .of { () throws(ImageError) in
      let manager = try manager
      switch (property, manager) {
      case ("running", .scripts), ("running", .openrc): return running(result)
      case ("running", .systemd) where result != nil: return running(result)
      case ("running", _):
        return .undecided(UnknownReason("a service runs only where its init system does"))
      case ("runlevels", .systemd): return .value(.texts([]))
      case (_, .upstart):
        return .undecided(UnknownReason("the jobs of upstart are not read"))
      case ("runlevels", _): return .value(.texts(try runlevels(manager)))
      case (_, .systemd): return .value(.bool(try SystemdUnits(image: search.image).isEnabled(name)))
      default: return .value(.bool(!(try runlevels(manager)).isEmpty))
      }
    }
  }

  /// Whether the image's services are systemd's.
  static func areOfSystemd(in search: ImageSearch) -> Bool {
    (try? ServiceFacts(name: "", search: search).manager) == .systemd
  }

  private var manager: Manager {
    get throws(ImageError) {
      for folder in ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"] {
        if try search.image.entry(at: folder + "/systemctl").value != nil { return .systemd }
      }
      if try search.image.entry(at: "/etc/alpine-release").value != nil { return .openrc }
      if try search.image.entry(at: "/etc/arch-release").value != nil { return .systemd }
      let release = try search.image.entry(at: "/etc/lsb-release").value.map { $0.kind == .file } ?? false
      if release, case .value(let bytes) = try search.image.read("/etc/lsb-release", limit: 1 << 16),
        bytes.firstRange(of: Array("Ubuntu".utf8)) != nil
      {
        return .upstart
      }
      return .scripts
    }
  }

  private func runlevels(_ manager: Manager) throws(ImageError) -> [String] {
    let isOpenRC = manager == .openrc
    let pattern = isOpenRC ? "/etc/runlevels/*/" : "/etc/rc*.d/S[0-9][0-9]"
    let found = try search.entries(matching: Glob(pattern + Self.escaped(name))).value ?? []
    return found.compactMap { entry in
      let folder = entry.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
      if isOpenRC { return folder }
      let digits = folder.dropFirst(2).dropLast(2)
      return digits.isEmpty || !digits.allSatisfy(\.isNumber) ? nil : String(digits)
    }
  }

  private static func escaped(_ name: String) -> String {
    name.map { "*?[\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func running(_ result: CommandResult?) -> GossFinding {
    switch result?.end {
    case .exited(let status): .value(.bool(status == 0))
    case .timedOut: .error("`service \(name) status` did not end")
    case .failed: .value(.bool(false))
    case .notRun(let reason): .undecided(reason)
    case nil: .undecided(UnknownReason("`service \(name) status` was not run"))
    }
  }
}
