package import Packer

/// One thing that a provisioner does, in the order in which it is done.
package indirect enum Operation: Sendable {
  /// A line for people.
  case say(RunText)
  case run(ContainerRun)
  /// The command, then the operations whatever came of it, then its failure where its code is not allowed.
  case runThenAlways(ContainerRun, [Operation])
  case uploadFile(FileUpload)
  case uploadDirectory(DirectoryUpload)
  /// A file (as `uploadFile` with its own mode) or a folder (as `uploadDirectory`) of the host: only the run can
  /// tell, since an earlier step makes it. A file goes into a destination that ends in `/`.
  case uploadPath(source: RunText, destination: RunText)
  /// A file of the container to a path on the host.
  case download(source: RunText, destination: RunText)
  /// A program on the host (shell-local).
  case runOnHost(HostRun)
  /// Seconds.
  case sleep(Double)
}

/// A shell command in the container: `/bin/sh -c "(COMMAND)"` as the container's user, or the builder's `exec_user`.
package struct ContainerRun: Sendable {
  package let command: RunText
  package let allowedExitCodes: AllowedCodes
  /// What is said when the code is not allowed; `N` in it stands for the code.
  package let failure: String
  /// Whether a lost connection (a killed container) is a success.
  package let mayDisconnect: Bool
  /// Seconds during which a command that fails is repeated, every two seconds.
  package let retrySeconds: Double

  package enum AllowedCodes: Sendable, Hashable {
    case any
    case only([Int32])
  }

  package init(
    _ command: RunText, allowedExitCodes: AllowedCodes = .only([0]),
    failure: String = "the command ended with exit code N", mayDisconnect: Bool = false,
    retrySeconds: Double = 0
  ) {
    self.command = command
    self.allowedExitCodes = allowedExitCodes
    self.failure = failure
    self.mayDisconnect = mayDisconnect
    self.retrySeconds = retrySeconds
  }
}

/// A file put into the container.
package struct FileUpload: Sendable {
  package enum Content: Sendable {
    /// A file on the host, read when the step runs.
    case file(RunText)
    /// The same with CR LF turned into LF and its last line ended (Packer's shell provisioner without `binary`).
    case textFile(RunText)
    case generated(RunText)
  }
  package enum Mode: Sendable, Hashable {
    /// The mode of the file on the host.
    case kept
    case fixed(UInt32)
  }

  package let content: Content
  package let destination: RunText
  package let mode: Mode

  package init(_ content: Content, to destination: RunText, mode: Mode = .fixed(0o600)) {
    self.content = content
    self.destination = destination
    self.mode = mode
  }
}

/// A folder put into the container, as `docker cp` does it.
package struct DirectoryUpload: Sendable {
  package let source: RunText
  package let destination: RunText
  /// Whether the contents go into the destination (a source ending in `/`) rather than the folder itself.
  package let contentsOnly: Bool

  package init(_ source: RunText, to destination: RunText, contentsOnly: Bool) {
    self.source = source
    self.destination = destination
    self.contentsOnly = contentsOnly
  }
}

/// A program on the host.
package struct HostRun: Sendable {
  /// Program and arguments; `scriptHole` marks places where the path of the generated script goes.
  package let arguments: [RunText]
  /// An inline script that is written to a private temporary file first; its path replaces `scriptHole`.
  package let script: RunText?
  /// An ending for the name of that file, without its dot: `ps1`.
  package let scriptExtension: String?
  package let allowedExitCodes: [Int32]

  /// The hole that stands for the path of the generated script.
  package static let scriptHole = Hole.function("script")

  package init(
    _ arguments: [RunText], script: RunText? = nil, scriptExtension: String? = nil,
    allowedExitCodes: [Int32] = [0]
  ) {
    self.arguments = arguments
    self.script = script
    self.scriptExtension = scriptExtension
    self.allowedExitCodes = allowedExitCodes
  }
}
