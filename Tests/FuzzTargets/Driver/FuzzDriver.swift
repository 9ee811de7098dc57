import CFuzzer
import Glibc

/// Runs a test under libFuzzer, by the options of its command line.
package enum FuzzDriver {
  /// Calls `test` with one input after another, until time is up or one fails; does not return.
  package static func run(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) -> Never {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, test))
  }
}
