import Host

/// The program that talks to registries, and what its failures mean.
enum Skopeo {
  /// Copies an image; `reference` is what the copy is about, for messages.
  ///
  /// `patience` is how many seconds the registry may neither send nor take anything; nil for any time.
  static func copy(
    _ arguments: [String], about reference: ImageReference, patience: Double?
  ) async throws(ImageError) {
    try await run(
      Command(["skopeo"] + policy + ["copy", "--quiet"] + arguments, patience: patience), about: reference)
  }

  /// The manifest that a registry has under a name, byte for byte.
  static func manifest(
    _ arguments: [String], about reference: ImageReference, patience: Double?
  ) async throws(ImageError) -> [UInt8] {
    try await run(
      Command(["skopeo"] + policy + ["inspect", "--raw"] + arguments, patience: patience), about: reference)
  }

  /// Logs in to the registry of a reference, which takes the login or refuses it; `file` is where it is noted.
  static func logIn(
    _ login: RegistryLogin, about reference: ImageReference, notedIn file: String, patience: Double?
  ) async throws(ImageError) {
    var arguments = ["skopeo", "login", "--authfile", file, "--username", login.user, "--password-stdin"]
    if reference.isLoopback { arguments.append("--tls-verify=false") }
    try await run(
      Command(
        arguments + [reference.domain], input: .bytes(Array(login.password.utf8)), patience: patience),
      about: reference)
  }

  @discardableResult
  private static func run(
    _ command: Command, about reference: ImageReference
  ) async throws(ImageError) -> [UInt8] {
    let result: CommandOutput
    do throws(HostError) {
      result = try await command.output()
    } catch {
      if error.reason == .absent {
        throw ImageError(.machine, "`skopeo` is not installed; without it no registry can be reached")
      }
      if error.reason == .stalled, let patience = command.patience {
        throw ImageError(
          .refused,
          "the registry `\(reference.domain)` stalls: for \(Int(patience)) s nothing of `\(reference.familiar)` came or went; \(RegistryPatience.advice)"
        )
      }
      throw ImageError(error)
    }
    guard result.termination != .exited(0) else { return result.output }
    throw failure(String(decoding: result.error, as: UTF8.self), about: reference)
  }

  /// Without a policy on the machine skopeo refuses everything; where there is one it holds.
  private static var policy: [String] {
    let disk = Disk(workingDirectory: ".")
    let home = HostEnvironment.current()["HOME"] ?? "/root"
    let paths = ["/etc/containers/policy.json", home + "/.config/containers/policy.json"]
    return paths.contains { disk.status($0) != nil } ? [] : ["--insecure-policy"]
  }

  /// What went wrong, in our words where the cause is known.
  static func failure(_ error: String, about reference: ImageReference) -> ImageError {
    let words = message(error)
    let (name, registry) = (reference.familiar, reference.domain)
    func says(_ part: String) -> Bool { words.contains(part) }
    if says("server gave HTTP response to HTTPS client") {
      return ImageError(
        .refused, "the registry `\(registry)` speaks plain http, which is taken only from this machine itself"
      )
    }
    if says("x509:") {
      return ImageError(
        .refused,
        "the certificate of the registry `\(registry)` is not trusted; put its authority's as `ca.crt` into `/etc/containers/certs.d/\(registry)/`: \(words)"
      )
    }
    if says("manifest unknown") || says("name unknown") || says("repository name not known") {
      return ImageError(.notFound, "the registry `\(registry)` has no image `\(name)`")
    }
    if says("invalid username/password") {
      return ImageError(.refused, "the registry `\(registry)` refuses the login given")
    }
    if says("unauthorized") || says("authentication required") || says("denied") {
      return ImageError(
        .refused,
        "the registry `\(registry)` does not let us at `\(name)`: it wants a login (`skopeo login \(registry)`), or refuses the one given"
      )
    }
    if says("no space left on device") { return ImageError(.noSpace, "no space is left for `\(name)`") }
    let isUnreachable = [
      "connection refused", "no such host", "i/o timeout", "connection reset", "network is unreachable",
    ]
    .contains { says($0) }
    if isUnreachable { return ImageError(.refused, "the registry `\(registry)` cannot be reached: \(words)") }
    return ImageError(.refused, "`\(name)` could not be copied: \(words)")
  }

  /// The text of `msg="…"` in the last line that has one, else the whole.
  private static func message(_ error: String) -> String {
    let lines = error.split(separator: "\n")
    guard let line = lines.last(where: { $0.contains("msg=\"") }) else {
      return lines.last.map(String.init) ?? "no word"
    }
    var words: [Unicode.Scalar] = []
    var isEscaped = false
    let start = Array(line.unicodeScalars)
    let mark = Array("msg=\"".unicodeScalars)
    guard let at = start.indices.first(where: { start[$0...].starts(with: mark) }) else {
      return String(line)
    }
    for scalar in start[(at + mark.count)...] {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      if !isEscaped, scalar == "\"" { break }
      words.append(isEscaped && scalar == "n" ? " " : scalar)
      isEscaped = false
    }
    return String(String.UnicodeScalarView(words))
  }
}
