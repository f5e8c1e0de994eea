<?xml version="1.0" encoding="UTF-8"?>
<!-- How values are written in Typst. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:y="https://siglum.example/ns/print/typst"
  exclude-result-prefixes="#all">

  <!-- a string literal -->
  <xsl:function name="y:string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="backslashes" as="xs:string" select="replace($text, '\', '\\', 'q')"/>
    <xsl:sequence select="concat('&quot;', replace($backslashes, '&quot;', '\&quot;', 'q'), '&quot;')"/>
  </xsl:function>

  <!-- the attributes of the given names as named arguments, each with its comma -->
  <xsl:function name="y:named" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="arguments" as="xs:string*"
      select="for $name in $names, $value in $element/@*[local-name() = $name]
              return concat($name, ': ', y:string($value), ', ')"/>
    <xsl:sequence select="string-join($arguments)"/>
  </xsl:function>

  <!-- an array of strings; the comma after each makes one of one an array too -->
  <xsl:function name="y:array" as="xs:string">
    <xsl:param name="items" as="item()*"/>
    <xsl:sequence select="concat('(', string-join($items ! concat(y:string(string(.)), ',')), ')')"/>
  </xsl:function>

  <!-- the name of the place of a mark: its page and line are read back under it -->
  <xsl:function name="y:mark-id" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:sequence select="concat($text, '/', $mark)"/>
  </xsl:function>

</xsl:stylesheet>
