#= sure 2 ArgumentError
package 'curl', 'wget'
