<?xml version="1.0" encoding="UTF-8"?>
<!-- What schematron.xsl and table.xsl must say alike of a rule: its code, role and expressions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:rule="https://siglum.example/ns/odd/rule" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <!-- The name of the constraint; a constraint's second assertion and those behind it are numbered. -->
  <xsl:function name="rule:code" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="constraint" as="element(r:constraint)" select="$assertion/ancestor::r:constraint"/>
    <xsl:variable name="nameless" as="element()*" select="$constraint//(sch:assert | sch:report)[not(@id)]"/>
    <xsl:variable name="number" as="xs:integer" select="count($nameless[. &lt;&lt; $assertion]) + 1"/>
    <xsl:sequence select="string(($assertion/@id,
      $constraint/@ident || (if ($number eq 1) then '' else '-' || $number))[1])"/>
  </xsl:function>

  <xsl:function name="rule:role" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="string(($assertion/@role, $assertion/parent::sch:rule/@role, 'error')[1])"/>
  </xsl:function>

  <!-- Line breaks of the ODD are no part of a message or an expression. -->
  <xsl:function name="rule:one-line" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="replace($written, '\s+', ' ')"/>
  </xsl:function>

</xsl:stylesheet>
