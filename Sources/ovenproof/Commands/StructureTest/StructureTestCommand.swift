import ArgumentParser
import Diagnostics
import Engine
import Expectation
import Host
import Image
import Report
import RuleCatalog
import Source
import StructureTest
import Verification

/// `ovenproof container-structure-test`, also under that name alone: takes the original's command line, prints its
/// reports and ends with its codes.
struct StructureTestCommand: OvenproofVerb {
  static let name = "container-structure-test"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Judge an image as container-structure-test does, by its own command line.",
    discussion: """
      Verdicts are those of the original, and each that `verify` would mend is a warning; `--compat mended` mends them here too.
      """)

  @Argument(parsing: .captureForPassthrough, help: "`test` with the original's switches, or `version`.")
  var arguments: [String] = []

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    let words = StructureTestWords(arguments)
    return await failing(in: workplace) {
      switch words.command {
      case "test": return try await test(StructureTestArguments(words.others), in: workplace)
      case "version":
        _ = try StructureTestArguments(words.others, knowing: StructureTestArguments.ofVersion)
        try workplace.console.write("ovenproof \(Release.version), as container-structure-test 1.19.1\n")
        return .success
      case "completion":
        throw CommandFault(
          .failure, "`completion` is made for ovenproof alone",
          help: "`ovenproof --generate-completion-script bash`")
      case nil:
        _ = try StructureTestArguments(words.others, knowing: StructureTestArguments.ofNone)
        try workplace.console.write(Self.usage)
        return .success
      case "help":
        try workplace.console.write(Self.usage)
        return .success
      case let word?: throw CommandFault(.failure, "unknown command `\(word)`", help: "write `test`")
      }
    }
  }

  private func test(_ arguments: StructureTestArguments, in workplace: Workplace) async throws -> ExitStatus {
    if arguments.asksForHelp {
      try workplace.console.write(Self.usage)
      return .success
    }
    return try await StructureTestSession(arguments: arguments, workplace: workplace).run()
  }

  /// Whatever goes wrong is the original's one failure.
  private func failing(
    in workplace: Workplace, _ body: () async throws -> ExitStatus
  ) async -> ExitStatus {
    do {
      return try await body()
    } catch let fault as StructureTestArguments.Fault {
      workplace.console.complain(fault.message, help: fault.help)
    } catch let fault as CommandFault {
      workplace.console.complain(fault.message, help: fault.help)
    } catch is CancellationError {
      return .interrupted
    } catch {
      workplace.console.complain("\(error)")
    }
    return .failure
  }

  private static let usage = """
    Judges an image by files of container-structure-test.

    Usage: container-structure-test test --image IMAGE --config FILE [--config FILE …]

      -c, --config FILE                  a file of tests; repeatable
      -i, --image IMAGE                  a name in the store, docker or podman, or a path
      -d, --driver docker|tar|host       the way the original would take (default docker)
      -o, --output text|json|junit       the report (default text); -j, --json as it was once
          --test-report FILE             write it into a file, as JSON unless junit is asked for
          --image-from-oci-layout DIR    judge the one image of an OCI layout
          --default-image-tag TAG        its name, where the layout has none
          --ignore-ref-annotation        do not take its name from the layout
          --metadata FILE, -f, --force   for the host driver
          --platform OS/ARCH             what the image must be made for (default this machine's)
          --pull                         take it from its registry, whatever is here
          --no-color, -q, --quiet
          --compat strict|mended         judge as the original (default), or rightly
          --engine ENGINE                native or docker
          --runtime, --save, --verbosity are taken, and change nothing

    Ends with 0 where all tests passed, else with 1.

    """
}
