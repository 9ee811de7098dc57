import Glibc
import Host

extension EngineProbe {
  /// The programs that engines are made of, with their versions.
  func programs() async -> [EngineFact] {
    [
      await program("runc", ["--version"], for: "the native engine"),
      await program("skopeo", ["--version"], for: "pulling and pushing with the native engine"),
      await program(
        "docker",
        ["version", "--format", "client {{.Client.Version}}{{with .Server}}, daemon {{.Version}}{{end}}"],
        for: nil),
      await program("podman", ["--version"], for: nil),
    ]
  }

  /// Why no page can be asked for over TLS or by a proxy; nil where that can be done.
  package var hindranceToSecurePages: String? {
    ProgramSearch(environment: environment).path(of: "curl") == nil ? SecurePage.hindrance : nil
  }

  private func program(_ name: String, _ arguments: [String], for purpose: String?) async -> EngineFact {
    guard let path = ProgramSearch(environment: environment).path(of: name) else {
      return EngineFact(
        name, "not installed" + (purpose.map { ", but needed for \($0)" } ?? ""),
        purpose == nil ? .told : .lacking,
        help: purpose == nil ? nil : "`apt-get install \(name)`")
    }
    let command = Command([path] + arguments, environment: .inherited(adding: environment), deadline: 20)
    guard let output = try? await command.output() else {
      return EngineFact(name, "\(path) cannot be run", .lacking)
    }
    let lines = String(decoding: output.output, as: UTF8.self).split(separator: "\n").map(String.init)
    let version = lines.first.map {
      $0.hasPrefix(name + " version ") ? String($0.dropFirst(name.utf8.count + 9)) : $0
    }
    return EngineFact(
      name, [version, path].compactMap { $0 }.joined(separator: ", "),
      output.termination.succeeded ? .good : .told)
  }

  /// Free room where containers and images lie.
  var space: EngineFact {
    var found = statvfs()
    var folder = folders.cache
    while statvfs(folder, &found) != 0, folder != "/", folder != "." { folder = HostFile.folder(of: folder) }
    let mebibytes = (Int(found.f_bavail) * Int(found.f_frsize)) >> 20
    let isFew = mebibytes < 1024 || (found.f_files > 0 && found.f_favail < 10_000)
    return EngineFact(
      "space", "\(mebibytes) MiB and \(found.f_favail) files free at `\(folder)`", isFew ? .lacking : .good,
      help: isFew ? "free some, or set `OVENPROOF_HOME` to a folder on a larger disk" : nil
    )
  }

  /// Hard limits that programs in containers inherit.
  var limits: EngineFact {
    var files = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
    return EngineFact("limits", "\(files.rlim_max) open files", .told)
  }

  /// What follows: which engines work here, or the first reason why not.
  func engines() async -> [EngineFact] {
    var facts: [EngineFact] = []
    do throws(EngineError) {
      let engine = try await NativeEngine.open(
        folders: folders, environment: environment, executable: child.executable)
      facts.append(EngineFact("engine native", engine.description, .good))
    } catch {
      facts.append(EngineFact("engine native", error.message, .lacking, help: error.help))
    }
    for dialect in DockerDialect.allCases {
      let subject = "engine \(dialect.name)"
      do throws(EngineError) {
        _ = try await DockerEngine.open(dialect, folders: folders, environment: environment)
        facts.append(EngineFact(subject, "works", .good))
      } catch {
        facts.append(EngineFact(subject, error.message, .told, help: error.help))
      }
    }
    return facts
  }
}
