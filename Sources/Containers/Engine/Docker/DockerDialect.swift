import Image

/// Whose command line it is: podman speaks docker's but for what is told here.
package enum DockerDialect: String, Sendable, Hashable, CaseIterable {
  case docker, podman

  /// The engine's name, and its program.
  package var name: String { rawValue }

  /// What stands before every command: warnings of podman's are not mixed with what programs write.
  var leading: [String] { self == .docker ? [] : ["--log-level=error"] }

  /// Where there is none to talk to.
  var absence: EngineError {
    EngineError(
      .unavailable, "`\(name)` is not installed",
      help: "install Debian's `\(self == .docker ? "docker.io" : "podman")`, or use `--engine native` as root"
    )
  }

  /// A name in full, where a short one would not be read as docker reads it.
  func qualified(_ reference: String) -> String {
    guard self == .podman, case .success(let parsed) = ImageReference.parse(reference) else {
      return reference
    }
    // A name with both is refused; the digest says more.
    guard parsed.digest != nil else { return parsed.tagged.description }
    return ImageReference(domain: parsed.domain, path: parsed.path, tag: nil, digest: parsed.digest)
      .description
  }

  /// Flags of what talks to the registry of a name. Docker needs no TLS where that is this machine.
  func transportFlags(_ reference: String) -> [String] {
    guard self == .podman, case .success(let parsed) = ImageReference.parse(reference), parsed.isLoopback
    else {
      return []
    }
    return ["--tls-verify=false"]
  }

  /// The registry of a login that names none, where the client asks for one.
  var usualServer: String? { self == .docker ? nil : "docker.io" }

  /// Docker says the digest by itself.
  var pushFlags: [String] { self == .docker ? [] : ["--digestfile", "/dev/stdout"] }

  /// The digest of the manifest that the registry took, in what a push of a name printed: docker's line for the tag, which
  /// may stand among other digests, or the file that podman writes.
  func digest(ofPushed name: String, in said: String) -> Digest? {
    guard self == .docker else { return Digest(said) }
    guard case .success(let reference) = ImageReference.parse(name), let tag = reference.effectiveTag else {
      return nil
    }
    let sign = "\(tag): digest: "
    return said.split(separator: "\n").lazy.filter { $0.hasPrefix(sign) }.compactMap { line in
      Digest(String(line.dropFirst(sign.count).prefix { $0 != " " }))
    }.last
  }

  /// Variables that it gives to containers, and to the images that are made of them, by itself.
  var ownVariables: [String] { self == .docker ? [] : ["TERM", "container"] }

  /// Images with a message, and with the types that every reader knows, are of docker's format.
  var commitFlags: [String] { self == .docker ? [] : ["--quiet", "--format", "docker"] }

  /// Instructions of a commit, each with as much as one may say: podman takes a single name of `ENV`, `LABEL` and `EXPOSE`.
  func changes(_ changes: [String]) -> [String] {
    guard self == .podman else { return changes }
    return changes.flatMap { line -> [String] in
      guard case .success(let parsed) = ConfigurationChange.parse(line), parsed.count == 1 else {
        return [line]
      }
      return switch parsed[0] {
      case .environment(let pairs): pairs.map { "ENV \($0.name)=\($0.value.withoutQuotes)" }
      case .labels(let pairs): pairs.map { "LABEL \($0.name)=\($0.value.withoutQuotes)" }
      case .expose(let ports): ports.map { "EXPOSE \($0)" }
      default: [line]
      }
    }
  }

  /// Podman asks a program to end first, and waits.
  var removalFlags: [String] {
    ["--force", "--volumes"] + (self == .docker ? [] : ["--time", "0"])
  }

  /// Podman gives files that are copied to the container's user unless it is told not to.
  var copyFlags: [String] { self == .docker ? [] : ["--archive=false"] }

  /// Docker reads the file behind a link only when asked.
  var readFlags: [String] { self == .docker ? ["--follow-link"] : [] }

  /// What the client ends with where the container is gone, and where a program could not be started.
  var codesOfAbsence: Set<Int32> { self == .docker ? [1] : [125, 255] }
  var signsOfAbsence: [String] {
    let common = ["is not running", "No such container"]
    return self == .docker
      ? common : common + ["no such container", "on running containers", "container state improper"]
  }
  var codesOfRefusal: Set<Int32> { self == .docker ? [126] : [126, 127, 255] }
}

extension String {
  /// The text without the quotes around it.
  fileprivate var withoutQuotes: String {
    guard utf8.count >= 2, let quote = first, quote == "\"" || quote == "'", last == quote else {
      return self
    }
    return String(dropFirst().dropLast())
  }
}
